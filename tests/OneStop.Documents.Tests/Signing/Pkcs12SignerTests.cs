using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Signing;

namespace OneStop.Documents.Tests.Signing;

public sealed class Pkcs12SignerTests : IDisposable
{
    private static readonly SignatureDetails Details =
        new("Vũ Thu Hà", "Phó Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội", "Ban hành kết quả", Samples.ReceivedAt.AddHours(1));

    private readonly string folder = Directory.CreateTempSubdirectory("onestop-signing-").FullName;

    [Fact]
    public async Task Sign_Result_IsCalledValidByAnotherProgram()
    {
        using var pdf = new Pdf(await SignAsync());

        var report = await pdf.SignaturesAsync();

        Assert.Contains("Signature is Valid", report, StringComparison.Ordinal);
        Assert.Contains("Total document signed", report, StringComparison.Ordinal);
        Assert.Contains("Ký bởi: Vũ Thu Hà, Phó Chủ tịch - Ủy ban nhân dân thành phố Hà Nội", await pdf.FlowingTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Thời gian ký: 05/02/2026 09:05:00 +07:00", await pdf.FlowingTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ThenOneByteChanged_IsCalledInvalid()
    {
        var signed = await SignAsync();
        signed[200] ^= 1;
        using var pdf = new Pdf(signed);

        Assert.DoesNotContain("Signature is Valid", await pdf.SignaturesAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_StatutoryForm_KeepsItsWordsAndIsValid()
    {
        var form = Samples.Forms.Receipt(Samples.Receipt);
        using var pdf = new Pdf(await Signer(Environments.Development).SignAsync(form, Details, CancellationToken.None));

        Assert.Contains("Signature is Valid", await pdf.SignaturesAsync(), StringComparison.Ordinal);
        Assert.Contains("Tiếp nhận hồ sơ của: Nguyễn Thị Ánh Nguyệt", await pdf.FlowingTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_InDevelopmentTwice_KeepsOneCertificate()
    {
        using var first = Certificate(Environments.Development).Load();
        using var second = Certificate(Environments.Development).Load();

        Assert.Equal(first.Thumbprint, second.Thumbprint);
    }

    [Theory]
    [InlineData("Production", null, false)]
    [InlineData("Production", "missing.p12", false)]
    [InlineData("Development", null, true)]
    public void Start_WithoutASigningKey_IsAllowedOnlyInDevelopment(string environment, string? path, bool allowed)
    {
        var outcome = new SigningOptionsCheck(new Host(environment, folder)).Validate(null, new SigningOptions { CertificatePath = path });

        Assert.Equal(allowed, outcome.Succeeded);
        Assert.Equal(!allowed, outcome.FailureMessage?.Contains("Documents:Signing:CertificatePath", StringComparison.Ordinal) ?? false);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<byte[]> SignAsync() =>
        Signer(Environments.Development).SignAsync(new ResultDocument(FormTexts.Vietnamese).Render(Samples.Decision), Details, CancellationToken.None);

    private Pkcs12Signer Signer(string environment) => new(Certificate(environment));

    private SigningCertificate Certificate(string environment) =>
        new(Options.Create(new SigningOptions()), new Host(environment, folder), TimeProvider.System);

    private sealed record Host(string EnvironmentName, string ContentRootPath) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "OneStop";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        string IHostEnvironment.EnvironmentName { get; set; } = EnvironmentName;

        string IHostEnvironment.ContentRootPath { get; set; } = ContentRootPath;
    }
}
