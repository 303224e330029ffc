using System.Security.Cryptography.X509Certificates;
using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Signing;
using OneStop.Documents.Verification;

namespace OneStop.Documents.Tests.Signing;

/// <summary>PAdES baseline-T: an authority certifies when each signature existed, and revocation is judged by that time.</summary>
public sealed class TimestampTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(DateTimeOffset.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private readonly CertificateAuthority authority = new();
    private readonly OutsideServices outside = new();
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-authority-").FullName;
    private readonly X509Certificate2 signer;

    public TimestampTests()
    {
        signer = authority.Issue("Vũ Thu Hà");
        authority.StampsAt = Now;
        File.WriteAllBytes(Path.Combine(folder, "signer.p12"), signer.Export(X509ContentType.Pkcs12, "secret"));
        File.WriteAllBytes(Path.Combine(folder, "ca.crt"), authority.Certificate);
        outside.Serve(CertificateAuthority.StampAddress, authority.Stamp);
    }

    [Fact]
    public async Task Sign_WithATimestampService_IsStillCalledValidByAnotherProgramAndItsTimeIsProven()
    {
        Publish(authority.List());
        using var host = Host();
        var signed = await host.SignAsync(Decision());

        using (var pdf = new Pdf(signed))
        {
            var report = await pdf.SignaturesAsync();
            Assert.Contains("Signature Validation: Signature is Valid", report, StringComparison.Ordinal);
            Assert.Contains("Total document signed", report, StringComparison.Ordinal);
        }

        var signature = Assert.Single((await host.VerifyAsync(signed)).Signatures);
        Assert.True(signature is { IsIntact: true, IsTrusted: true, WasValid: true, Revocation.State: RevocationState.Good });
        Assert.Equal(new StampVerdict(IsIntact: true, Now, "Time-stamp service of tests", IsTrusted: true), signature.Stamp);
    }

    [Fact]
    public async Task Sign_SignedAndSealed_StampsBoth()
    {
        File.WriteAllBytes(Path.Combine(folder, "seal.p12"), authority.Issue("Con dấu").Export(X509ContentType.Pkcs12, "secret"));
        using var host = Host(o => (o.SealCertificatePath, o.SealPassword) = (Path.Combine(folder, "seal.p12"), "secret"));

        var verdict = await host.VerifyAsync(await host.SignAsync(Decision()));

        Assert.True(verdict.IsIntact);
        Assert.Equal([Now, Now], verdict.Signatures.Select(s => s.Stamp?.At));
    }

    [Fact]
    public async Task Sign_WithoutATimestampService_CarriesNoStampAndAsksNobody()
    {
        using var host = Host(o => o.TimestampUrl = null);

        var signature = Assert.Single((await host.VerifyAsync(await host.SignAsync(Decision()))).Signatures);

        Assert.Null(signature.Stamp);
        Assert.Empty(outside.Asked);
    }

    [Fact]
    public async Task Sign_WhenTheServiceFails_IsRefusedAsASigningError()
    {
        using var host = Host();
        foreach (var answer in new Func<byte[], byte[]?>[] { _ => null, _ => "<html>"u8.ToArray(), _ => [], authority.StampOfSomethingElse, _ => throw new TaskCanceledException("too slow") })
        {
            outside.Serve(CertificateAuthority.StampAddress, answer);

            var refused = await host.Signer.SignAsync(Decision(), SigningHost.Details, CancellationToken.None);

            Assert.Equal(SigningErrors.TimestampUnavailable, refused.Error.Code);
            Assert.Equal("tsa.example.vn", refused.Error.Args![0]);
            Assert.True(SigningErrors.Concerns(refused.Error));
        }
    }

    [Fact]
    public async Task Verify_StampOfAnotherSignature_IsNoProof()
    {
        var other = Array.Empty<byte>();
        using var host = Host();
        outside.Serve(CertificateAuthority.StampAddress, asked => other = authority.Stamp(asked));
        await host.SignAsync(Decision());
        using var forger = Host(o => o.TimestampUrl = null);
        var key = (await forger.Keys.FindAsync(SigningPart.Signer, SigningHost.Details, CancellationToken.None)).Value!;
        // The unsigned attributes of a signature can be exchanged by anybody.
        var plain = (await forger.VerifyAsync(await StampedWithAsync(key, other))).Signatures.Single();

        Assert.True(plain.IsIntact);
        Assert.Equal(new StampVerdict(IsIntact: false, null, null, IsTrusted: false), plain.Stamp);
        Assert.Null(plain.Stamp!.ProvenAt);
    }

    [Theory]
    [InlineData(true, 1, false)]
    [InlineData(true, -1, true)]
    [InlineData(false, 1, true)]
    public async Task Verify_RevokedCertificate_HoldsOnlyWhenTheStampIsOlder(bool stamped, int revokedAfterHours, bool isRevoked)
    {
        using var host = Host(o => o.TimestampUrl = stamped ? CertificateAuthority.StampAddress : null);
        var signed = await host.SignAsync(Decision());
        authority.Revoke(signer, Now.AddHours(revokedAfterHours));
        Publish(authority.List());

        var signature = Assert.Single((await host.VerifyAsync(signed)).Signatures);

        Assert.Equal(new RevocationVerdict(RevocationState.Revoked, Now.AddHours(revokedAfterHours)), signature.Revocation);
        Assert.Equal(isRevoked, signature.IsRevoked);
    }

    [Fact]
    public async Task Verify_StampOfARevokedService_ProvesNothing()
    {
        using var host = Host();
        var signed = await host.SignAsync(Decision());
        authority.RevokeStamper(Now.AddDays(-1));
        authority.Revoke(signer, Now.AddHours(1));
        Publish(authority.List());

        var signature = Assert.Single((await host.VerifyAsync(signed)).Signatures);

        Assert.False(signature.Stamp!.IsTrusted);
        Assert.True(signature.IsRevoked);
    }

    [Fact]
    public async Task Verify_WithoutACurrentList_IsNotKnownAndNeverGood()
    {
        using var host = Host();
        using var impostor = new CertificateAuthority();
        var signed = await host.SignAsync(Decision());
        foreach (var list in new[] { null, authority.List(Now.AddDays(-9), Now.AddDays(-2)), impostor.List(), "not a list"u8.ToArray() })
        {
            Publish(list);

            Assert.Equal(RevocationVerdict.Unknown, Assert.Single((await host.VerifyAsync(signed)).Signatures).Revocation);
        }
    }

    [Fact]
    public async Task Verify_WithAnOldListThatNamesTheCertificate_IsRevoked()
    {
        using var host = Host();
        var signed = await host.SignAsync(Decision());
        authority.Revoke(signer, Now.AddDays(-3));
        Publish(authority.List(Now.AddDays(-9), Now.AddDays(-2)));

        Assert.True(Assert.Single((await host.VerifyAsync(signed)).Signatures).IsRevoked);
    }

    [Fact]
    public async Task Verify_ListInWords_IsReadToo()
    {
        using var host = Host();
        var signed = await host.SignAsync(Decision());
        Publish(System.Text.Encoding.ASCII.GetBytes(System.Security.Cryptography.PemEncoding.WriteString("X509 CRL", authority.List())));

        Assert.Equal(RevocationState.Good, Assert.Single((await host.VerifyAsync(signed)).Signatures).Revocation.State);
    }

    [Fact]
    public async Task Verify_FetchingIsAllowed_AsksTheAddressOfTheCertificateOnceADay()
    {
        outside.Serve(CertificateAuthority.ListAddress, _ => authority.List());
        using var host = Host(o => (o.FetchRevocationLists, o.TimestampUrl) = (true, null));
        var signed = await host.SignAsync(Decision());

        var first = Assert.Single((await host.VerifyAsync(signed)).Signatures);
        await host.VerifyAsync(signed);

        Assert.Equal(RevocationState.Good, first.Revocation.State);
        Assert.Equal([CertificateAuthority.ListAddress], outside.Asked);
    }

    [Fact]
    public async Task Verify_FetchingFails_IsNotKnownAndTheLineIsLeftAloneForAWhile()
    {
        using var host = Host(o => (o.FetchRevocationLists, o.TimestampUrl) = (true, null));
        var signed = await host.SignAsync(Decision());

        var states = new[] { await host.VerifyAsync(signed), await host.VerifyAsync(signed) }.Select(v => v.Signatures[0].Revocation.State);

        Assert.Equal([RevocationState.Unknown, RevocationState.Unknown], states);
        Assert.Single(outside.Asked);
    }

    [Fact]
    public async Task Verify_CertificateOfAStranger_IsNotAskedFor()
    {
        outside.Serve(CertificateAuthority.ListAddress, _ => authority.List());
        File.Delete(Path.Combine(folder, "ca.crt"));
        using var host = Host(o => (o.FetchRevocationLists, o.TimestampUrl) = (true, null));

        var signature = Assert.Single((await host.VerifyAsync(await host.SignAsync(Decision()))).Signatures);

        Assert.False(signature.IsTrusted);
        Assert.Empty(outside.Asked);
    }

    [Theory]
    [InlineData("tsa.example.vn")]
    [InlineData("ftp://tsa.example.vn")]
    public void Start_WithAnAddressThatIsNone_IsRefused(string address)
    {
        using var host = Host();
        var outcome = new SigningOptionsCheck(host.Environment).Validate(null, new SigningOptions { CertificatePath = Path.Combine(folder, "signer.p12"), TimestampUrl = address });

        Assert.Contains("Documents:Signing:TimestampUrl", outcome.FailureMessage, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        authority.Dispose();
        outside.Dispose();
        signer.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Decision() => new ResultDocument(FormTexts.Vietnamese).Render(Samples.Decision);

    // A service that answers every request with the same stamp; the product itself refuses such an answer, so the message is made without it.
    private static async Task<byte[]> StampedWithAsync(SigningKey key, byte[] answer)
    {
        using var keyToDispose = key;
        var signed = await SignatureRevision.AppendAsync(
            Decision(), key, (_, _) => Task.FromResult<Kernel.Results.Result<byte[]>>(TokenOf(answer)), SigningHost.Details, "Vũ Thu Hà", default, CancellationToken.None);
        return signed.Value;
    }

    private static byte[] TokenOf(byte[] answer)
    {
        var reader = new System.Formats.Asn1.AsnReader(answer, System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        reader.ReadSequence();
        return reader.ReadEncodedValue().ToArray();
    }

    private void Publish(byte[]? list)
    {
        var path = Path.Combine(folder, "list.crl");
        File.Delete(path);
        if (list is not null)
        {
            File.WriteAllBytes(path, list);
        }
    }

    private SigningHost Host(Action<SigningOptions>? change = null)
    {
        var options = new SigningOptions
        {
            CertificatePath = Path.Combine(folder, "signer.p12"), Password = "secret", TrustedIssuers = folder, RevocationLists = folder, TimestampUrl = CertificateAuthority.StampAddress,
        };
        change?.Invoke(options);
        return new SigningHost("Production", options, outside);
    }
}
