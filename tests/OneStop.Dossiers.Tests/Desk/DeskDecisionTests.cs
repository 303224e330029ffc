using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AskSupplementAtDesk;
using OneStop.Dossiers.Features.DecideWithdrawal;
using OneStop.Dossiers.Features.RefuseDossier;
using OneStop.Dossiers.Features.ReturnResultAtDesk;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class DeskDecisionTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    [Fact]
    public async Task Refuse_WithALegalReason_EndsItAndKeepsForm03()
    {
        var id = await system.FileAsync();

        await system.DoAs(system.Clerk, new RefuseDossier(id, await VersionAsync(id), "Không thuộc thẩm quyền", "NĐ 118/2025/NĐ-CP"));
        await system.DeliverEventsAsync();

        var dossier = await system.ReadAsync(id);
        Assert.Equal(DossierStatus.Refused, dossier.Status);
        Assert.Equal("mau-03", Assert.Single(dossier.Files, f => f.Kind == DossierFileKind.Form).ComponentKey);
    }

    [Fact]
    public async Task Refuse_WithoutReasonOrGround_NamesBothFields()
    {
        var id = await system.FileAsync();

        var result = await system.SendAs(system.Clerk, new RefuseDossier(id, await VersionAsync(id), " ", null));

        Assert.Equal(["Reason", "LegalBasis"], result.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task AskSupplement_BeforeAcceptance_WaitsWithoutAClockAndKeepsForm02()
    {
        var id = await system.FileAsync();

        await system.DoAs(
            system.Clerk, new AskSupplementAtDesk(id, await VersionAsync(id), "Bản chụp căn cước\nGiấy xác nhận", "Bản chụp mờ", new DateOnly(2026, 3, 12)));
        await system.DeliverEventsAsync();

        var dossier = await system.ReadAsync(id);
        Assert.Equal(DossierStage.SupplementBeforeAcceptance, dossier.Stage);
        Assert.Null(dossier.PausedAt);
        Assert.Equal(["Bản chụp căn cước", "Giấy xác nhận"], Assert.Single(dossier.Supplements).Items);
        Assert.Equal("mau-02", Assert.Single(dossier.Files, f => f.Kind == DossierFileKind.Form).ComponentKey);
    }

    [Fact]
    public async Task AskSupplement_WithAPastDayOrNothingToComplete_IsRefused()
    {
        var id = await system.FileAsync();
        var version = await VersionAsync(id);

        var past = await system.SendAs(system.Clerk, new AskSupplementAtDesk(id, version, "Bản chụp", "Mờ", new DateOnly(2026, 3, 1)));
        var empty = await system.SendAs(system.Clerk, new AskSupplementAtDesk(id, version, "", "Mờ", null));

        Assert.Equal(DeskErrors.DayInPast, past.Error.Code);
        Assert.Equal(DossierErrors.ItemsMissing, empty.Error.Code);
    }

    [Fact]
    public async Task AskSupplement_AfterAcceptance_IsTheOfficersMatter()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);

        var result = await system.SendAs(system.Clerk, new AskSupplementAtDesk(id, await VersionAsync(id), "Bản chụp", "Mờ", null));

        Assert.Equal(DossierErrors.AlreadyAccepted, result.Error.Code);
    }

    [Fact]
    public async Task Withdrawal_WhenGranted_StopsTheDossierAndItsProcess()
    {
        var id = await AskedToWithdrawAsync();

        await system.DoAs(system.Clerk, new DecideWithdrawal(id, await VersionAsync(id), true, null));

        Assert.Equal(DossierStage.Withdrawn, (await system.ReadAsync(id)).Stage);
        Assert.Equal("withdrawn", Assert.Single(await system.RaisedAsync<DossierStopped>(), e => e.DossierId == id).Reason);
    }

    [Fact]
    public async Task Withdrawal_WhenRefused_GoesBackToWhereItWas()
    {
        var id = await AskedToWithdrawAsync();

        await system.DoAs(system.Clerk, new DecideWithdrawal(id, await VersionAsync(id), false, "Kết quả đã ký"));

        Assert.Equal(DossierStatus.Accepted, (await system.ReadAsync(id)).Status);
        Assert.Single(await system.RaisedAsync<WithdrawalRefused>(), e => e.DossierId == id);
    }

    [Fact]
    public async Task Withdrawal_RefusedWithoutAReason_IsInvalid()
    {
        var id = await AskedToWithdrawAsync();

        var result = await system.SendAs(system.Clerk, new DecideWithdrawal(id, await VersionAsync(id), false, ""));

        Assert.Equal(DeskErrors.ReasonMissing, result.Error.Code);
    }

    [Fact]
    public async Task Withdrawal_NobodyAskedFor_IsAWrongState()
    {
        var id = await system.FileAsync();

        var result = await system.SendAs(system.Clerk, new DecideWithdrawal(id, await VersionAsync(id), true, null));

        Assert.Equal(DossierErrors.WrongState, result.Error.Code);
    }

    [Fact]
    public async Task Return_BeforeTheResult_IsAWrongState()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);

        var result = await system.SendAs(system.Clerk, new ReturnResultAtDesk(id, await VersionAsync(id), "Nguyễn Thị An", ReturnMethods.Desk));

        Assert.Equal(DossierErrors.WrongState, result.Error.Code);
    }

    [Fact]
    public async Task EveryDecision_AtAnotherAgencyOrByAnInspector_ChangesNothing()
    {
        var id = await system.FileAsync();
        var version = await VersionAsync(id);
        var elsewhere = TestCallers.DeskClerk(TestCallers.District);

        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(elsewhere, new RefuseDossier(id, version, "x", "y"))).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(elsewhere, new AskSupplementAtDesk(id, version, "x", "y", null))).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(elsewhere, new DecideWithdrawal(id, version, true, null))).Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(TestCallers.Inspector(), new RefuseDossier(id, version, "x", "y"))).Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(TestCallers.Inspector(), new DecideWithdrawal(id, version, true, null))).Error.Kind);
        Assert.Equal(version, await VersionAsync(id));
    }

    private async Task<Guid> AskedToWithdrawAsync()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        await system.ChangeAsync(id, d => d.AskWithdrawal("Tôi chuyển nơi ở", Actor.Citizen(system.Owner.Id, system.Owner.Name), system.Clock.Now));
        return id;
    }

    private async Task<long> VersionAsync(Guid id) => (await system.ReadAsync(id)).Version;
}
