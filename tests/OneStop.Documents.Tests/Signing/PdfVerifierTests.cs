using System.Text;
using OneStop.Documents.Forms;
using OneStop.Documents.Verification;

namespace OneStop.Documents.Tests.Signing;

public sealed class PdfVerifierTests : IDisposable
{
    private readonly SigningHost host = new();

    [Fact]
    public async Task Verify_SignedAndSealed_NamesBothAndTrustsTheIssuer()
    {
        var verdict = await host.VerifyAsync(await SignedAsync());

        Assert.True(verdict.IsIntact);
        Assert.Equal(["Vũ Thu Hà", "Ủy ban nhân dân thành phố Hà Nội"], verdict.Signatures.Select(signature => signature.Name));
        Assert.All(verdict.Signatures, signature => Assert.True(signature is { WasValid: true, IsTrusted: true, Issuer: "OneStop Development Issuer" }));
        Assert.All(verdict.Signatures, signature => Assert.True((SigningHost.Details.SignedAt - signature.SignedAt!.Value).Duration() < TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Verify_FromAnIssuerNobodyTrusts_SaysSo()
    {
        using var stranger = new SigningHost("Production");

        var verdict = await stranger.VerifyAsync(await SignedAsync());

        Assert.True(verdict.IsIntact);
        Assert.All(verdict.Signatures, signature => Assert.False(signature.IsTrusted));
    }

    [Fact]
    public async Task Verify_BytesAddedAfterSigning_AreTold()
    {
        byte[] longer = [.. await SignedAsync(), .. "\n1 0 obj << /Type /Catalog >> endobj"u8];

        var verdict = await host.VerifyAsync(longer);

        Assert.True(verdict.AddedLater);
        Assert.False(verdict.IsIntact);
    }

    [Fact]
    public async Task Verify_GapWiderThanTheSignature_IsNotIntact()
    {
        var signed = await SignedAsync();
        var text = Encoding.Latin1.GetString(signed);
        var at = text.IndexOf("/ByteRange [0 ", StringComparison.Ordinal) + "/ByteRange [0 ".Length;
        var before = int.Parse(text.AsSpan(at, 10), System.Globalization.CultureInfo.InvariantCulture);
        Encoding.ASCII.GetBytes((before - 20).ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture)).CopyTo(signed, at);

        Assert.False((await host.VerifyAsync(signed)).IsIntact);
    }

    [Fact]
    public async Task Verify_SignedOutsideTheTimeOfItsCertificate_SaysSo()
    {
        var late = SigningHost.Details with { SignedAt = DateTimeOffset.UtcNow.AddYears(20) };
        var verdict = await host.VerifyAsync((await host.Signer.SignAsync(Decision(), late, CancellationToken.None)).Value);

        Assert.True(verdict.IsIntact);
        Assert.All(verdict.Signatures, signature => Assert.False(signature.WasValid));
    }

    [Fact]
    public async Task Verify_WhatIsNotASignedPdf_SaysWhich()
    {
        Assert.Equal(PdfKind.NotPdf, (await host.VerifyAsync("not a pdf"u8.ToArray())).Kind);
        Assert.Equal(PdfKind.NotPdf, (await host.VerifyAsync([])).Kind);
        Assert.Equal(PdfKind.Unsigned, (await host.VerifyAsync(Decision())).Kind);
        Assert.Equal(PdfKind.Encrypted, (await host.VerifyAsync("%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 5 0 R >>\nstartxref\n9\n%%EOF"u8.ToArray())).Kind);
    }

    [Theory]
    [InlineData("/ByteRange [0 5 6 7]")]
    [InlineData("/ByteRange [0 9999999999 9999999999 9999999999]")]
    [InlineData("/ByteRange [0 1 4 0] <zz>")]
    [InlineData("/ByteRange [0 9 13 4]<00>%%%%")]
    public async Task Verify_HostileRanges_AreBrokenSignatures(string content)
    {
        var verdict = await host.VerifyAsync(Encoding.ASCII.GetBytes("%PDF-1.7\n" + content));

        Assert.False(verdict.IsIntact);
        Assert.All(verdict.Signatures, signature => Assert.False(signature.IsIntact));
    }

    [Fact]
    public async Task Verify_EveryPrefixAndRandomChanges_NeverThrows()
    {
        var signed = await SignedAsync();
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var changed = signed[..random.Next(1, signed.Length)];
            changed[random.Next(changed.Length)] = (byte)random.Next(256);

            Assert.False((await host.VerifyAsync(changed)).IsIntact);
        }
    }

    public void Dispose() => host.Dispose();

    private static byte[] Decision() => new ResultDocument(FormTexts.Vietnamese).Render(Samples.Decision);

    private Task<byte[]> SignedAsync() => host.SignAsync(Decision());
}
