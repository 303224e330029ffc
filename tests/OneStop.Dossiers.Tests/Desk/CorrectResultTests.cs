using OneStop.Approvals.Contracts;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.CorrectResult;
using OneStop.Dossiers.Features.ReadResultToCorrect;
using OneStop.Dossiers.Features.ReadUnitDossier;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class CorrectResultTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    [Fact]
    public async Task Correct_IssuedResult_RevokesTheFormerAndIssuesItsSuccessorUnderANewNumber()
    {
        var id = await FinishedAsync();
        var former = await system.ResultOfAsync(id);
        var shown = await system.DoAs(TestCallers.AgencyLeader(), new ReadResultToCorrect(id));

        var number = await system.DoAs(TestCallers.AgencyLeader(), new CorrectResult(id, shown.Version, "Sai số tiền", shown.Subject, "Điều 1. Trợ cấp 1.200.000 đồng."));
        await system.DeliverEventsAsync();

        var result = await system.ResultOfAsync(id);
        var dossier = await system.ReadAsync(id);
        var formerCode = PaperCode.Of(id, ResultIssuer.PaperKind, former!.FileId);
        Assert.NotEqual(former.NumberAndSymbol, number);
        Assert.EndsWith("/QĐ-UBND", number, StringComparison.Ordinal);
        Assert.Equal((DossierStatus.Finished, number), (dossier.Status, result!.NumberAndSymbol));
        Assert.Equal(2, dossier.Files.Count(f => f.Kind == DossierFileKind.Result));
        Assert.Single(await system.RaisedAsync<PaperRevoked>(), p => p.PaperCode == formerCode && p.Reason == "Sai số tiền");
        Assert.Single(await system.RaisedAsync<PaperIssued>(), p => p.Replaces == formerCode && p.PaperCode == PaperCode.Of(id, ResultIssuer.PaperKind, result.FileId));
        Assert.Contains(dossier.History, h => h.Deed == DossierDeed.CorrectResult && h.Comment == "Sai số tiền");
    }

    [Fact]
    public async Task Correct_LongAfterTheDate_LeavesTheDossierAsOnTimeAsItsFirstResultWas()
    {
        var id = await FinishedAsync();
        var first = await system.ReadAsync(id);
        var onTime = first.ClassAt(system.Clock.Now);
        Assert.NotEqual(DueClass.Late, onTime);
        system.Clock.SetTo(first.LateAt!.Value.AddDays(20));
        var shown = await system.DoAs(TestCallers.AgencyLeader(), new ReadResultToCorrect(id));

        await system.DoAs(TestCallers.AgencyLeader(), new CorrectResult(id, shown.Version, "Sai tên", shown.Subject, "Điều 1."));

        var corrected = await system.ReadAsync(id);
        Assert.Equal((first.FinishedAt, onTime, false), (corrected.FinishedAt, corrected.ClassAt(system.Clock.Now), corrected.IsBreached(system.Clock.Now)));
        Assert.Equal(2, corrected.History.Count(h => h.Deed == DossierDeed.Finish));
        Assert.True((await system.ResultOfAsync(id))!.IssuedAt > corrected.FinishedAt);
    }

    [Fact]
    public async Task Correct_WithoutAReason_IsRefusedAtTheField()
    {
        var id = await FinishedAsync();
        var shown = await system.DoAs(TestCallers.AgencyLeader(), new ReadResultToCorrect(id));

        var refused = await system.SendAs(TestCallers.AgencyLeader(), new CorrectResult(id, shown.Version, " ", "", ""));

        Assert.Equal(["Subject", "Body", "Reason"], refused.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task Correct_ByAnybodyElseOrInAnotherState_IsRefused()
    {
        var id = await FinishedAsync();
        var version = (await system.ReadAsync(id)).Version;
        var open = await system.FileAsync();
        await system.AcceptAsync(open);

        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(system.Clerk, new CorrectResult(id, version, "x", "x", "x"))).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(TestCallers.AgencyLeader(TestCallers.District), new CorrectResult(id, version, "x", "x", "x"))).Error.Kind);
        Assert.Equal(DeskErrors.ChangedByColleague, (await system.SendAs(TestCallers.AgencyLeader(), new CorrectResult(id, version - 1, "x", "x", "x"))).Error.Code);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(TestCallers.AgencyLeader(), new CorrectResult(open, 1, "x", "x", "x"))).Error.Kind);
    }

    [Fact]
    public async Task ReadUnitDossier_OfAnIssuedResult_OffersTheCorrectionToItsLeaderOnly()
    {
        var id = await FinishedAsync();

        Assert.True((await system.DoAs(TestCallers.AgencyLeader(), new ReadUnitDossier(id))).CanCorrectResult);
        Assert.False((await system.DoAs(system.Clerk, new ReadUnitDossier(id))).CanCorrectResult);
    }

    private async Task<Guid> FinishedAsync()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        var draft = new Dictionary<string, string>
        {
            [StepFields.ResultTitle] = "QUYẾT ĐỊNH", [StepFields.ResultSubject] = "Về việc trợ cấp", [StepFields.ResultBody] = "Điều 1. Trợ cấp 1.000.000 đồng.",
        };
        foreach (var (deed, fields) in new[] { (StepDeeds.DraftResult, draft), (StepDeeds.SignResult, []), (StepDeeds.IssueResult, []) })
        {
            var task = Guid.NewGuid();
            await system.TellAsync(system.Entered(id, task));
            await system.TellAsync(system.Completed(id, task, deed, fields));
        }

        return id;
    }
}
