using OneStop.Approvals.Contracts;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.CorrectResult;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Features.ReadResultToCorrect;
using OneStop.Dossiers.Features.ReadResultToRevoke;
using OneStop.Dossiers.Features.ReadUnitDossier;
using OneStop.Dossiers.Features.RevokeResult;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class RevokeResultTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    private const string Reason = "Cấp khi chưa đủ điều kiện";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Revoke_IssuedResult_IsToldToTheOwnerAndToWhoeverAsks(bool handedOver)
    {
        var id = await FinishedAsync(handedOver);
        var result = await system.ResultOfAsync(id);
        var shown = await system.DoAs(TestCallers.AgencyLeader(), new ReadResultToRevoke(id));

        await system.DoAs(TestCallers.AgencyLeader(), new RevokeResult(id, shown.Version, Reason));
        await system.DeliverEventsAsync();

        var code = PaperCode.Of(id, ResultIssuer.PaperKind, result!.FileId);
        Assert.Single(await system.RaisedAsync<PaperRevoked>(), p => p.PaperCode == code && p.Reason == Reason);
        Assert.Contains(await system.RaisedAsync<NotificationRequested>(), n => n.AccountId == system.Owner.Id && n.Link == DeskUrls.OwnDossier(id) && n.Subject.Vi.Contains("thu hồi", StringComparison.Ordinal));
        var view = await system.DoAs(system.Owner, new ReadMyDossier(id));
        Assert.Equal((Reason, false, handedOver ? DossierStatus.Returned : DossierStatus.Finished), (view.Revoked, view.CanDownloadResult, view.Status));
        var dossier = await system.ReadAsync(id);
        Assert.Equal(ChainFault.None, HistoryChain.Verify(dossier.History, dossier.HistoryCount, dossier.LastHistoryHash).Fault);

        // Called back once, and never handed over.
        Assert.Equal(DeskErrors.ResultRevoked, (await system.SendAs(TestCallers.AgencyLeader(), new RevokeResult(id, dossier.Version, Reason))).Error.Code);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(TestCallers.AgencyLeader(), new ReadResultToRevoke(id))).Error.Kind);
        Assert.True(dossier.Return(null, new Actor(null, "", DossierRole.System), system.Clock.Now).IsFailure);
    }

    [Fact]
    public async Task Revoke_ResultAtTheDesk_CanStillBeFollowedByACorrectedOne()
    {
        var id = await FinishedAsync();
        await system.DoAs(TestCallers.AgencyLeader(), new RevokeResult(id, (await system.ReadAsync(id)).Version, Reason));
        var shown = await system.DoAs(TestCallers.AgencyLeader(), new ReadResultToCorrect(id));

        await system.DoAs(TestCallers.AgencyLeader(), new CorrectResult(id, shown.Version, "Ban hành lại", shown.Subject, "Điều 1. Không trợ cấp."));

        var view = await system.DoAs(system.Owner, new ReadMyDossier(id));
        Assert.Equal((null, true), (view.Revoked, view.CanDownloadResult));
    }

    [Fact]
    public async Task Revoke_WithoutAReasonByAnybodyElseOrOnAnOldPage_IsRefused()
    {
        var id = await FinishedAsync();
        var version = (await system.ReadAsync(id)).Version;
        var open = await system.FileAsync();
        await system.AcceptAsync(open);

        var silent = await system.SendAs(TestCallers.AgencyLeader(), new RevokeResult(id, version, " "));
        Assert.Equal((DeskErrors.ReasonMissing, "Reason"), (silent.Error.Code, silent.Error.Field));
        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(system.Clerk, new RevokeResult(id, version, Reason))).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(TestCallers.AgencyLeader(TestCallers.District), new RevokeResult(id, version, Reason))).Error.Kind);
        Assert.Equal(DeskErrors.ChangedByColleague, (await system.SendAs(TestCallers.AgencyLeader(), new RevokeResult(id, version - 1, Reason))).Error.Code);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(TestCallers.AgencyLeader(), new RevokeResult(open, 1, Reason))).Error.Kind);
        Assert.True((await system.DoAs(TestCallers.AgencyLeader(), new ReadUnitDossier(id))).CanRevokeResult);
        Assert.False((await system.DoAs(system.Clerk, new ReadUnitDossier(id))).CanRevokeResult);
    }

    private async Task<Guid> FinishedAsync(bool handedOver = false)
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        var draft = new Dictionary<string, string> { [StepFields.ResultTitle] = "QUYẾT ĐỊNH", [StepFields.ResultSubject] = "Về việc trợ cấp", [StepFields.ResultBody] = "Điều 1." };
        string[] deeds = [StepDeeds.DraftResult, StepDeeds.SignResult, StepDeeds.IssueResult, .. handedOver ? [StepDeeds.ReturnResult] : Array.Empty<string>()];
        foreach (var deed in deeds)
        {
            var task = Guid.NewGuid();
            await system.TellAsync(system.Entered(id, task));
            await system.TellAsync(system.Completed(id, task, deed, deed == StepDeeds.DraftResult ? draft : []));
        }

        return id;
    }
}
