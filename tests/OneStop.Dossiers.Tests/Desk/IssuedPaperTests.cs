using System.Text;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.DecideWithdrawal;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Dossiers.Features.PrintControlSlip;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class IssuedPaperTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    [Fact]
    public async Task Accept_KeptReceipt_IsEnteredInTheRegisterOfPapersWithItsHash()
    {
        var id = await system.FileAsync();
        var accepted = await system.AcceptAsync(id);
        await system.DeliverEventsAsync();

        var paper = (await system.RaisedAsync<PaperIssued>()).Single(p => p.DossierId == id);
        var file = (await system.ReadAsync(id)).Files.Single(f => f.Kind == DossierFileKind.Form);

        Assert.Equal((StatutoryFormKeys.Receipt, accepted.Code, file.Sha256), (paper.Kind, paper.DossierCode, paper.Sha256));
        Assert.Equal("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", paper.Title);
        Assert.Equal(PaperCode.Of(id, StatutoryFormKeys.Receipt), paper.PaperCode);
        Assert.DoesNotContain("Nguyễn Thị An", paper.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_AfterAcceptance_KeepsAStopNotice()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        await system.ChangeAsync(id, d => d.AskWithdrawal("Không còn nhu cầu", Actor.Citizen(system.Owner.Id, "Nguyễn Thị An"), system.Clock.Now));
        await system.DoAs(system.Clerk, new DecideWithdrawal(id, (await system.ReadAsync(id)).Version, true, null));
        await system.DeliverEventsAsync();

        var dossier = await system.ReadAsync(id);

        Assert.Equal(DossierStatus.Stopped, dossier.Status);
        Assert.Single(dossier.Files, f => f.ComponentKey == StatutoryFormKeys.StopNotice);
        Assert.Single(await system.RaisedAsync<PaperIssued>(), p => p.DossierId == id && p.Kind == StatutoryFormKeys.StopNotice && p.Title == "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ");
    }

    [Fact]
    public async Task PrintControlSlip_OfADossierOnItsWay_IsAPdfAndIsRecorded()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));

        var slip = await system.DoAs(system.Clerk, new PrintControlSlip(id));

        Assert.StartsWith("mau-06-", slip.FileName, StringComparison.Ordinal);
        Assert.Equal("%PDF", Encoding.ASCII.GetString(slip.Pdf, 0, 4));
    }

    [Fact]
    public async Task PrintControlSlip_OfAnotherUnitsDossier_IsNotFound()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);

        var refused = await system.SendAs(TestCallers.Citizen(), new PrintControlSlip(id));

        Assert.True(refused.IsFailure);
    }

    [Fact]
    public async Task HandOvers_OfTwoSteps_NameGiverTakerAndHowTheTimeWasKept()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task));
        await system.TellAsync(system.Completed(id, task));
        await system.TellAsync(system.Entered(id, Guid.NewGuid(), name: "Ký duyệt"));

        var dossier = await system.ReadAsync(id);
        var rows = HandOvers.Of(dossier, "Bộ phận Một cửa");

        Assert.Equal(["Nguyễn Thị An", dossier.AcceptedByName, "Hoàng Thị Hà"], rows.Select(r => r.GivenBy));
        Assert.Equal([dossier.AcceptedByName, "Hoàng Thị Hà", null], rows.Select(r => r.TakenBy));
        Assert.Equal([HandOverTimeliness.NoTerm, HandOverTimeliness.OnTime, HandOverTimeliness.Open], rows.Select(r => r.Timeliness));
    }
}
