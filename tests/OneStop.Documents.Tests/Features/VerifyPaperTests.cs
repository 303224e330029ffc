using OneStop.Documents.Contracts;
using OneStop.Documents.Domain;
using OneStop.Documents.Features.VerifyPaper;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Callers;

namespace OneStop.Documents.Tests.Features;

public sealed class VerifyPaperTests(PaperSystem system) : IClassFixture<PaperSystem>
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public async Task Verify_IssuedPaper_TellsAgencyTimeAndThatItHolds()
    {
        var issued = system.Issued(Guid.NewGuid(), Hash);
        await system.TellAsync(issued, issued);

        var paper = await system.DoAs(Caller.Anonymous, new VerifyPaper(PaperCode.Grouped(issued.PaperCode).ToLowerInvariant()));

        Assert.Equal(PaperStatus.Valid, paper.Status);
        Assert.Equal("Ủy ban nhân dân Phường Phúc Xá", paper.AgencyName);
        Assert.Equal("12/QĐ-UBND", paper.Number);
        Assert.Equal("H26.11.22.33-260205-••01", paper.MaskedDossierCode);
        Assert.Equal(system.Clock.Now, paper.IssuedAt);
    }

    [Fact]
    public async Task Verify_CorrectedResult_LeadsToItsSuccessorAndKeepsTheReason()
    {
        var dossier = Guid.NewGuid();
        var first = system.Issued(dossier, Hash);
        var second = system.Issued(dossier, Hash, first.PaperCode);
        await system.TellAsync(first, new PaperRevoked(dossier, first.PaperCode, "Sai số tiền", system.Clock.Now), second);

        var paper = await system.DoAs(Caller.Anonymous, new VerifyPaper(first.PaperCode));

        Assert.Equal((PaperStatus.Replaced, second.PaperCode, "Sai số tiền"), (paper.Status, paper.ReplacedBy, paper.Reason));
        Assert.Equal(PaperStatus.Valid, (await system.DoAs(Caller.Anonymous, new VerifyPaper(second.PaperCode))).Status);
    }

    [Fact]
    public async Task Verify_RevokedPaper_SaysWhy()
    {
        var dossier = Guid.NewGuid();
        var issued = system.Issued(dossier, Hash);
        await system.TellAsync(issued, new PaperRevoked(dossier, issued.PaperCode, "Cấp nhầm", system.Clock.Now));

        var paper = await system.DoAs(Caller.Anonymous, new VerifyPaper(issued.PaperCode));

        Assert.Equal((PaperStatus.Revoked, "Cấp nhầm"), (paper.Status, paper.Reason));
    }

    [Fact]
    public async Task Verify_SuccessorOfAPaperFromBeforeTheRegister_IsEntered()
    {
        var dossier = Guid.NewGuid();
        var before = PaperCode.Of(dossier, "result");
        var second = system.Issued(dossier, Hash, before);
        await system.TellAsync(new PaperRevoked(dossier, before, "Sai số tiền", system.Clock.Now), second);

        Assert.Equal(PaperStatus.Valid, (await system.DoAs(Caller.Anonymous, new VerifyPaper(second.PaperCode))).Status);
    }

    [Theory]
    [InlineData(null, PaperErrors.CodeMalformed)]
    [InlineData("abc", PaperErrors.CodeMalformed)]
    [InlineData("ỦỦỦỦỦỦỦỦỦỦỦỦỦỦỦỦ", PaperErrors.CodeMalformed)]
    [InlineData("0123456789ABCDEF", PaperErrors.Unknown)]
    public async Task Verify_WrongCode_IsACleanAnswer(string? code, string expected)
    {
        Assert.Equal(expected, (await system.SendAs(Caller.Anonymous, new VerifyPaper(code))).Error.Code);
    }

    [Fact]
    public void Code_OfAPaper_IsAlwaysTheSameAndReadsBackAsPeopleTypeIt()
    {
        var dossier = Guid.NewGuid();
        var code = PaperCode.Of(dossier, "mau-01");

        Assert.Equal(code, PaperCode.Of(dossier, "mau-01"));
        Assert.NotEqual(code, PaperCode.Of(dossier, "mau-02"));
        Assert.NotEqual(code, PaperCode.Of(Guid.NewGuid(), "mau-01"));
        Assert.Equal(PaperCode.Length, code.Length);
        Assert.Equal(code, PaperCode.Read($" {PaperCode.Grouped(code).ToLowerInvariant()} "));
        Assert.Equal(code, PaperCode.Read(code.Replace('0', 'O').Replace('1', 'l')));
    }
}
