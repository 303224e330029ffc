using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OneStop.Documents.Contracts;
using OneStop.Documents.Signing;
using OneStop.Documents.Verification;
using OneStop.Kernel.Results;

namespace OneStop.Documents.Tests.Signing;

/// <summary>A development host's signing in a folder of its own.</summary>
internal sealed class SigningHost : IDisposable
{
    public static readonly SignatureDetails Details =
        new("Vũ Thu Hà", "Phó Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội", "Ban hành kết quả", DateTimeOffset.UtcNow);

    private readonly string folder = Directory.CreateTempSubdirectory("onestop-signing-").FullName;

    private readonly TimestampService stamps;
    private readonly PdfVerifier verifier;

    public SigningHost(string environment = "Development", SigningOptions? options = null, OutsideServices? outside = null, TimeProvider? clock = null)
    {
        Environment = new Host(environment, folder);
        Development = new DevelopmentKeys(Environment, TimeProvider.System);
        var settings = Options.Create(options ?? new SigningOptions());
        Keys = new Pkcs12Keys(settings, Environment, Development);
        var http = outside ?? new OutsideServices();
        stamps = new TimestampService(http, settings, NullLogger<TimestampService>.Instance);
        var lists = new RevocationLists(http, settings, Environment, Development, clock ?? TimeProvider.System, NullLogger<RevocationLists>.Instance);
        verifier = new PdfVerifier(new TrustedIssuers(settings, Environment, Development), lists);
    }

    public IHostEnvironment Environment { get; }

    public DevelopmentKeys Development { get; }

    public ISigningKeys Keys { get; }

    public PadesSigner Signer => SignerOf(Keys);

    public PadesSigner SignerOf(ISigningKeys keys) => new(keys, stamps, TimeProvider.System);

    public Task<PdfVerdict> VerifyAsync(byte[] pdf) => verifier.VerifyAsync(pdf, CancellationToken.None);

    public async Task<byte[]> SignAsync(byte[] pdf) => (await Signer.SignAsync(pdf, Details, CancellationToken.None)).Value;

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public static byte[] Pkcs12(DateTimeOffset from, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Vũ Thu Hà", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, until);
        return certificate.Export(X509ContentType.Pkcs12, "secret");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed record Host(string EnvironmentName, string ContentRootPath) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "OneStop";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        string IHostEnvironment.EnvironmentName { get; set; } = EnvironmentName;

        string IHostEnvironment.ContentRootPath { get; set; } = ContentRootPath;
    }
}

/// <summary>A key that lives elsewhere: it is reached with a digest, answers later, and is elliptic.</summary>
internal sealed class RemoteKeys : ISigningKeys, IDisposable
{
    private readonly ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 certificate;

    public RemoteKeys() => certificate = new CertificateRequest("CN=Remote Signer", curve, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

    public List<int> DigestLengths { get; } = [];

    public ValueTask<Result<SigningKey?>> FindAsync(SigningPart part, SignatureDetails details, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Result<SigningKey?>>(part == SigningPart.Signer ? new Key(this) : default(SigningKey));

    public void Dispose()
    {
        certificate.Dispose();
        curve.Dispose();
    }

    private sealed class Key(RemoteKeys owner) : SigningKey
    {
        public override IReadOnlyList<ReadOnlyMemory<byte>> Certificates => [owner.certificate.RawData];

        public override async ValueTask<Result<ReadOnlyMemory<byte>>> SignDigestAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken)
        {
            await Task.Yield();
            owner.DigestLengths.Add(digest.Length);
            return new ReadOnlyMemory<byte>(owner.curve.SignHash(digest.Span, DSASignatureFormat.Rfc3279DerSequence));
        }
    }
}
