using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AcceptDossier;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class AcceptDossierTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    [Fact]
    public async Task Accept_WithCompletePapers_NumbersItAndStartsTheProcess()
    {
        var id = await system.FileAsync();

        var accepted = await system.AcceptAsync(id);

        Assert.Matches("^H26\\.1\\.1-260302-\\d{4}$", accepted.Code);
        var dossier = await system.ReadAsync(id);
        Assert.Equal(DossierStatus.Accepted, dossier.Status);
        Assert.Equal(system.Clock.Now.AddDays(22), dossier.DueAt);
        var started = Assert.Single(await system.RaisedAsync<DossierAccepted>(), e => e.DossierId == id);
        Assert.Equal("khuyet-tat", started.Answers["loai"]);
    }

    [Fact]
    public async Task Accept_WhenDelivered_KeepsTheReceiptAndSendsItInBothLanguages()
    {
        var id = await system.FileAsync();
        var accepted = await system.AcceptAsync(id);

        await system.DeliverEventsAsync();

        var receipt = Assert.Single((await system.ReadAsync(id)).Files, f => f.Kind == DossierFileKind.Form);
        Assert.Equal("mau-01", receipt.ComponentKey);
        var notice = Assert.Single(await system.RaisedAsync<NotificationRequested>(), n => n.Subject.Vi.Contains(accepted.Code, StringComparison.Ordinal));
        Assert.Equal(receipt.Sha256, Assert.Single(notice.Attachments).Sha256);
        Assert.Contains(accepted.Code, notice.Subject.En, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị An", notice.Body.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_WhenAColleagueWasFaster_IsRefusedAsConflict()
    {
        var id = await system.FileAsync();
        var version = (await system.ReadAsync(id)).Version;
        await system.DoAs(system.Clerk, new AcceptDossier(id, version, DeskSystem.AllComplete));

        var second = await system.SendAs(TestCallers.DeskClerk(), new AcceptDossier(id, version, DeskSystem.AllComplete));

        Assert.Equal(ErrorKind.Conflict, second.Error.Kind);
        Assert.Equal(DeskErrors.ChangedByColleague, second.Error.Code);
    }

    [Fact]
    public async Task Accept_ByTwoClerksAtOnce_IsDoneOnce()
    {
        var id = await system.FileAsync();
        var version = (await system.ReadAsync(id)).Version;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => system.SendAs(TestCallers.DeskClerk(), new AcceptDossier(id, version, DeskSystem.AllComplete)))));

        Assert.Single(outcomes, o => o.IsSuccess);
        Assert.All(outcomes.Where(o => o.IsFailure), o => Assert.Equal(ErrorKind.Conflict, o.Error.Kind));
        Assert.Single(await system.RaisedAsync<DossierAccepted>(), e => e.DossierId == id);
    }

    [Theory]
    [InlineData("Missing", DeskErrors.PapersIncomplete)]
    [InlineData("Wrong", DeskErrors.PapersIncomplete)]
    [InlineData("Unchecked", DeskErrors.PapersUnchecked)]
    public async Task Accept_WhenAPaperIsNotInOrder_IsRefused(string finding, string code)
    {
        var id = await system.FileAsync();

        var result = await system.SendAs(
            system.Clerk, new AcceptDossier(id, (await system.ReadAsync(id)).Version, [new PaperCheck("to-khai", Enum.Parse<PaperFinding>(finding), null)]));

        Assert.Equal(code, result.Error.Code);
        Assert.Equal(DossierStatus.Submitted, (await system.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task Accept_AfterRefusal_IsAWrongState()
    {
        var id = await system.FileAsync();
        await system.DoAs(system.Clerk, new OneStop.Dossiers.Features.RefuseDossier.RefuseDossier(id, (await system.ReadAsync(id)).Version, "Không thuộc thẩm quyền", "NĐ 118/2025/NĐ-CP"));

        var result = await system.SendAs(system.Clerk, new AcceptDossier(id, (await system.ReadAsync(id)).Version, DeskSystem.AllComplete));

        Assert.Equal(DossierErrors.FinalState, result.Error.Code);
    }

    [Fact]
    public async Task Accept_AtAnotherAgency_IsNotFound()
    {
        var id = await system.FileAsync();

        var result = await system.SendAs(TestCallers.DeskClerk(TestCallers.District), new AcceptDossier(id, 1, DeskSystem.AllComplete));

        Assert.Equal(ErrorKind.NotFound, result.Error.Kind);
    }

    [Fact]
    public async Task Accept_ByAnyoneButADeskClerk_IsForbidden()
    {
        var id = await system.FileAsync();

        foreach (var (role, caller) in TestCallers.OneOfEach().Where(c => c.Key != Roles.DeskClerk))
        {
            var result = await system.SendAs(caller, new AcceptDossier(id, 1, DeskSystem.AllComplete));
            Assert.True(result.IsFailure && result.Error.Kind == ErrorKind.Forbidden, role);
        }
    }

    [Fact]
    public async Task Accept_OfADraft_IsNotFound()
    {
        var result = await system.SendAs(system.Clerk, new AcceptDossier(Guid.NewGuid(), 1, []));

        Assert.Equal(DossierErrors.Missing, result.Error.Code);
    }
}
