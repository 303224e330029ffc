using OneStop.Approvals.Contracts;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnResultKeyMissing;
using OneStop.Dossiers.Features.ReadUnitDossier;
using OneStop.Notifications.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

// The key breaks between the press on "issue" and the signing of the file.
public sealed class ResultKeyTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    [Fact]
    public async Task Issue_WhoseKeyBreaks_KeepsTheStepTellsThoseConcernedAndSignsWhenTheKeyIsBack()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        system.Keys.Fail = true;
        var issue = Guid.NewGuid();
        await TellDeedAsync(id, Guid.NewGuid(), StepDeeds.DraftResult);
        await TellDeedAsync(id, Guid.NewGuid(), StepDeeds.SignResult);
        Assert.Contains(SigningErrors.KeyUnusable, (await Assert.ThrowsAsync<InvalidOperationException>(() => TellDeedAsync(id, issue, StepDeeds.IssueResult))).Message, StringComparison.Ordinal);

        var waiting = await system.ReadAsync(id);
        Assert.Equal((DossierStatus.Processing, null), (waiting.Status, waiting.FinishedAt));
        Assert.NotNull(waiting.Steps.Single(s => s.TaskId == issue).CompletedAt);
        Assert.Single(waiting.History, h => h.Deed == DossierDeed.MissKey);
        Assert.True((await system.DoAs(TestCallers.AgencyLeader(), new ReadUnitDossier(id))).WaitsForKey);
        var told = (await system.RaisedAsync<NotificationRequested>()).Where(n => n.Subject.Vi.Contains($"{waiting.Code} chưa ký số được", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(told);
        Assert.All(told, n => Assert.Contains("Không mở được khóa ký số", n.Body.Vi, StringComparison.Ordinal));
        Assert.All(told, n => Assert.Equal(DeskUrls.UnitDossier(id), n.Link));
        Assert.DoesNotContain(await system.RaisedAsync<PaperIssued>(), p => p.DossierId == id && p.Kind == ResultIssuer.PaperKind);

        // Still broken: it is tried again, nothing is recorded twice and no number is used up.
        system.Clock.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => system.DeliverEventsAsync());
        Assert.Single((await system.ReadAsync(id)).History, h => h.Deed == DossierDeed.MissKey);

        system.Keys.Fail = false;
        system.Clock.Advance(TimeSpan.FromHours(2));
        await system.DeliverEventsAsync();
        await system.TellAsync(Assert.Single(await system.RaisedAsync<ResultKeyMissing>(), e => e.DossierId == id));
        var done = await system.ReadAsync(id);
        Assert.Equal(DossierStatus.Finished, done.Status);
        Assert.StartsWith("01/", (await system.ResultOfAsync(id))!.NumberAndSymbol, StringComparison.Ordinal);
        Assert.Single(await system.RaisedAsync<PaperIssued>(), p => p.DossierId == id && p.Kind == ResultIssuer.PaperKind);
        Assert.False((await system.DoAs(TestCallers.AgencyLeader(), new ReadUnitDossier(id))).WaitsForKey);
    }

    private async Task TellDeedAsync(Guid id, Guid step, string deed)
    {
        await system.TellAsync(system.Entered(id, step));
        await system.TellAsync(system.Completed(id, step, deed, new Dictionary<string, string>
        {
            [StepFields.ResultSubject] = "Trợ cấp", [StepFields.ResultBody] = "Điều 1.", [StepFields.DocumentSymbol] = "QĐ-UBND",
        }));
    }
}
