using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Signing;

namespace OneStop.Documents.Tests.Signing;

/// <summary>PAdES baseline-B as another program sees it (pdfsig of poppler), signer and seal in one file.</summary>
public sealed class PadesSignerTests : IDisposable
{
    private readonly SigningHost host = new();

    [Fact]
    public async Task Sign_Result_IsCalledValidTwiceAndUnmodifiedByAnotherProgram()
    {
        using var pdf = new Pdf(await host.SignAsync(Decision()));

        var report = await pdf.SignaturesAsync();

        Assert.Equal(2, report.Split("Signature Validation: Signature is Valid").Length - 1);
        Assert.Equal(2, report.Split("ETSI.CAdES.detached").Length - 1);
        Assert.Equal(2, report.Split("Signing Hash Algorithm: SHA-256").Length - 1);
        Assert.Contains("Total document signed", report, StringComparison.Ordinal);
        Assert.Contains("OneStop Development Signer", report, StringComparison.Ordinal);
        Assert.Contains("OneStop Development Seal", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_Result_ShowsSignerAgencyAndTimeToTheSecond()
    {
        using var pdf = new Pdf((await host.Signer.SignAsync(Decision(), SigningHost.Details with { SignedAt = Samples.ReceivedAt.AddHours(1) }, CancellationToken.None)).Value);

        var text = await pdf.FlowingTextAsync();

        Assert.Contains("Ký bởi: Vũ Thu Hà, Phó Chủ tịch - Ủy ban nhân dân thành phố Hà Nội", text, StringComparison.Ordinal);
        Assert.Contains("Thời gian ký: 05/02/2026 09:05:00 +07:00", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_Apology_KeepsItsWordsAndIsValid()
    {
        using var pdf = new Pdf(await host.SignAsync(Samples.Forms.Apology(Samples.Apology)));

        Assert.Contains("Signature is Valid", await pdf.SignaturesAsync(), StringComparison.Ordinal);
        Assert.Contains("VĂN BẢN XIN LỖI", await pdf.FlowingTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_AnyByteChanged_IsDetectedByBothPrograms()
    {
        var signed = await host.SignAsync(Decision());
        foreach (var place in new[] { 200, signed.Length / 2, signed.Length - 40 })
        {
            var changed = (byte[])signed.Clone();
            changed[place] ^= 1;
            using var pdf = new Pdf(changed);

            Assert.False((await host.VerifyAsync(changed)).IsIntact);
            Assert.NotEqual(2, (await pdf.SignaturesAsync()).Split("Signature is Valid").Length - 1);
        }
    }

    [Fact]
    public async Task Sign_WithAKeyElsewhere_SendsItOnlyTheDigest()
    {
        using var keys = new RemoteKeys();
        var signed = (await host.SignerOf(keys).SignAsync(Decision(), SigningHost.Details, CancellationToken.None)).Value;
        using var pdf = new Pdf(signed);

        Assert.Equal([32], keys.DigestLengths);
        Assert.Contains("Signature is Valid", await pdf.SignaturesAsync(), StringComparison.Ordinal);
        Assert.True((await host.VerifyAsync(signed)).IsIntact);
    }

    [Theory]
    [InlineData(-20, -10, SigningErrors.CertificateExpired)]
    [InlineData(10, 20, SigningErrors.CertificateNotYetValid)]
    public async Task Sign_WithACertificateOutOfItsTime_IsRefusedWithItsNameAndDay(int from, int until, string code)
    {
        using var other = Host(SigningHost.Pkcs12(DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(until)), "secret");

        var refused = await other.Signer.SignAsync(Decision(), SigningHost.Details, CancellationToken.None);

        Assert.Equal(code, refused.Error.Code);
        Assert.Equal("Vũ Thu Hà", refused.Error.Args![0]);
        Assert.Equal(code, (await other.Signer.CheckAsync(SigningHost.Details, CancellationToken.None)).Error.Code);
    }

    [Fact]
    public async Task Sign_WithAKeyThatCannotBeOpened_IsRefused()
    {
        using var wrongPassword = Host(SigningHost.Pkcs12(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)), "wrong");
        using var notAKey = Host([1, 2, 3], "secret");

        Assert.Equal(SigningErrors.KeyUnusable, (await wrongPassword.Signer.SignAsync(Decision(), SigningHost.Details, CancellationToken.None)).Error.Code);
        Assert.Equal(SigningErrors.KeyUnusable, (await notAKey.Signer.SignAsync(Decision(), SigningHost.Details, CancellationToken.None)).Error.Code);
    }

    [Fact]
    public async Task Sign_InDevelopmentTwice_KeepsOneCertificate()
    {
        var first = (await host.VerifyAsync(await host.SignAsync(Decision()))).Signatures;
        host.Development.MakeMissing();
        using var key = (await host.Keys.FindAsync(SigningPart.Signer, SigningHost.Details, CancellationToken.None)).Value;

        Assert.NotNull(key);
        Assert.All(first, signature => Assert.True(signature.IsTrusted));
    }

    [Fact]
    public async Task Sign_InDevelopmentWithKeysFromBeforeTheirList_MakesThemAnewWithOne()
    {
        await host.SignAsync(Decision());
        File.Delete(Path.Combine(host.Development.FolderPath, "issuer.crl"));

        var signatures = (await host.VerifyAsync(await host.SignAsync(Decision()))).Signatures;

        Assert.All(signatures, signature => Assert.True(signature is { IsTrusted: true, Revocation.State: Verification.RevocationState.Good }));
    }

    [Theory]
    [InlineData("Production", null, false)]
    [InlineData("Production", "missing.p12", false)]
    [InlineData("Development", null, true)]
    public void Start_WithoutASigningKey_IsAllowedOnlyInDevelopment(string environment, string? path, bool allowed)
    {
        using var other = new SigningHost(environment);
        var outcome = new SigningOptionsCheck(other.Environment).Validate(null, new SigningOptions { CertificatePath = path });

        Assert.Equal(allowed, outcome.Succeeded);
        Assert.Equal(!allowed, outcome.FailureMessage?.Contains("Documents:Signing:CertificatePath", StringComparison.Ordinal) ?? false);
    }

    public void Dispose() => host.Dispose();

    private static byte[] Decision() => new ResultDocument(FormTexts.Vietnamese).Render(Samples.Decision);

    private static SigningHost Host(byte[] pkcs12, string password)
    {
        var path = Path.Combine(Path.GetTempPath(), $"onestop-{Guid.NewGuid():N}.p12");
        File.WriteAllBytes(path, pkcs12);
        return new SigningHost("Production", new SigningOptions { CertificatePath = path, Password = password });
    }
}
