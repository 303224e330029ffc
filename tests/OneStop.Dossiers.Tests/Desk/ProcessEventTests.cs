using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReturnResultAtDesk;
using OneStop.Kernel.Events;
using OneStop.Kernel.Files;
using OneStop.Notifications.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class ProcessEventTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    private static readonly Dictionary<string, string> Draft = new()
    {
        [StepFields.ResultTitle] = "QUYẾT ĐỊNH", [StepFields.ResultSubject] = "Về việc trợ cấp", [StepFields.ResultBody] = "Điều 1. Trợ cấp.\n\nĐiều 2. Thi hành.",
    };

    [Fact]
    public async Task StepEntered_ForTheFirstTime_MovesTheStatusShowsTheStepAndTellsTheOwnerOnce()
    {
        var id = await AcceptedAsync();
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));
        await system.TellAsync(system.Entered(id, Guid.NewGuid(), name: "Ký duyệt"));

        var dossier = await system.ReadAsync(id);
        Assert.Equal(DossierStatus.Processing, dossier.Status);
        Assert.Equal("Ký duyệt", dossier.CurrentStepName);
        Assert.Equal(2, dossier.Steps.Count);
        Assert.Single(await NoticesAsync(dossier), n => n.Subject.En.Contains("being processed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StepRenamed_ByAMigration_IsShownUnderItsNewName()
    {
        var id = await AcceptedAsync();
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task));

        await system.TellAsync(new StepRenamed(id, task, "xem_xet", "Xem xét hồ sơ", "Review"));

        var dossier = await system.ReadAsync(id);
        Assert.Equal(("Xem xét hồ sơ", "Review"), (dossier.CurrentStepName, dossier.CurrentStepNameEn));
        Assert.Equal(("xem_xet", "Xem xét hồ sơ"), (dossier.Steps[0].Element, dossier.Steps[0].Name));
    }

    [Fact]
    public async Task StepEvents_DeliveredTwice_AreRecordedOnce()
    {
        var id = await AcceptedAsync();
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task));
        await system.TellAsync(system.Entered(id, task));
        await system.TellAsync(system.Completed(id, task));
        var history = (await system.ReadAsync(id)).HistoryCount;
        await system.TellAsync(system.Completed(id, task));

        var dossier = await system.ReadAsync(id);
        Assert.Single(dossier.Steps);
        Assert.Equal(history, dossier.HistoryCount);
        Assert.Equal(60, dossier.Steps[0].UsedMinutes);
    }

    [Fact]
    public async Task Result_DraftedSignedAndIssued_IsANumberedSignedFileAndFinishesTheDossier()
    {
        var id = await AcceptedAsync();
        await IssueAsync(id);

        var dossier = await system.ReadAsync(id);
        var result = await system.ResultOfAsync(id);
        Assert.Equal(DossierStatus.Finished, dossier.Status);
        Assert.Matches("^\\d{2,}/QĐ-UBND$", result!.NumberAndSymbol);
        Assert.Equal("Hoàng Thị Hà", result.SignerName);
        var file = Assert.Single(dossier.Files, f => f.Kind == DossierFileKind.Result);
        await using var content = await system.AskAsync<IFileStore, Stream>(s => Task.FromResult(s.OpenRead(file.Sha256)!));
        using var reader = new StreamReader(content, System.Text.Encoding.Latin1);
        Assert.Contains("/ByteRange", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_IssuedTwice_KeepsItsNumberAndItsFile()
    {
        var id = await AcceptedAsync();
        var task = await IssueAsync(id);
        var first = await system.ResultOfAsync(id);

        await system.TellAsync(system.Completed(id, task, StepDeeds.IssueResult, new() { [StepFields.DocumentSymbol] = "QĐ-UBND" }));

        Assert.Equal(first!.NumberAndSymbol, (await system.ResultOfAsync(id))!.NumberAndSymbol);
        Assert.Single((await system.ReadAsync(id)).Files, f => f.Kind == DossierFileKind.Result);
    }

    [Fact]
    public async Task Result_NotSigned_IsNotIssued()
    {
        var id = await AcceptedAsync();
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => system.TellAsync(system.Completed(id, task, StepDeeds.IssueResult)));

        Assert.Contains(DeskErrors.ResultUnsigned, refused.Message, StringComparison.Ordinal);
        await GiveUpAsync(id);
    }

    [Fact]
    public async Task ReturnStep_WhenDone_ReturnsTheDossierWithTheReceiversName()
    {
        var id = await AcceptedAsync();
        await IssueAsync(id);
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task, 9, "Trả kết quả"));
        var atDesk = await system.SendAs(system.Clerk, new ReturnResultAtDesk(id, (await system.ReadAsync(id)).Version, "Nguyễn Thị An", ReturnMethods.Desk));
        await system.TellAsync(system.Completed(id, task, StepDeeds.ReturnResult, new() { [StepFields.ReceiverName] = "Nguyễn Văn Con" }));

        Assert.Equal(DeskErrors.ReturnInProcess, atDesk.Error.Code);
        var dossier = await system.ReadAsync(id);
        Assert.Equal(DossierStatus.Returned, dossier.Status);
        Assert.Contains(dossier.History, h => h.Deed == DossierDeed.Return && h.Subject!.Contains("Nguyễn Văn Con", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Return_WhenTheProcessHasNoStepForIt_IsTheDesksDeed()
    {
        var id = await AcceptedAsync();
        await IssueAsync(id);
        await system.TellAsync(new ProcessCompleted(id, system.Clock.Now));

        await system.DoAs(system.Clerk, new ReturnResultAtDesk(id, (await system.ReadAsync(id)).Version, "Nguyễn Thị An", ReturnMethods.Desk));

        Assert.Equal(DossierStatus.Returned, (await system.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task SupplementAsked_ByAnOfficer_StopsTheClockWhenItWasAskedAndKeepsForm02()
    {
        var id = await AcceptedAsync();
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task));
        var asked = system.Clock.Now.AddMinutes(-5);
        await system.TellAsync(new SupplementAsked(id, task, Guid.NewGuid(), "Lê Thị Cúc", DeskSystem.Ward.Id, ["Giấy xác nhận"], "Thiếu xác nhận", null, null, asked));

        var dossier = await system.ReadAsync(id);
        Assert.Equal(DossierStage.SupplementDuringProcessing, dossier.Stage);
        Assert.Equal(asked, dossier.PausedAt);
        Assert.Contains(dossier.Files, f => f is { Kind: DossierFileKind.Form, ComponentKey: "mau-02" });
    }

    [Fact]
    public async Task PaymentStep_StopsTheClockUntilItIsPaid()
    {
        var id = await AcceptedAsync();
        var due = (await system.ReadAsync(id)).DueAt!.Value;
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task, 6, "Nộp thuế"));
        Assert.NotNull((await system.ReadAsync(id)).PausedAt);

        system.Clock.Advance(TimeSpan.FromHours(3));
        await system.TellAsync(system.Completed(id, task, StepDeeds.ConfirmPayment));

        var dossier = await system.ReadAsync(id);
        Assert.Equal(DossierStatus.Processing, dossier.Status);
        Assert.Equal(due.AddHours(3), dossier.DueAt);
    }

    [Fact]
    public async Task RequestRejected_StopsTheDossierWithTheReason()
    {
        var id = await AcceptedAsync();
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));
        await system.TellAsync(new RequestRejected(id, Guid.NewGuid(), "Hoàng Thị Hà", DeskSystem.Ward.Id, "Không đủ điều kiện hưởng", system.Clock.Now));

        var dossier = await system.ReadAsync(id);
        Assert.Equal(DossierStage.Rejected, dossier.Stage);
        Assert.Equal("Không đủ điều kiện hưởng", dossier.ClosingReason);
    }

    [Fact]
    public async Task ProcessCancelled_StopsTheDossierAndTellsTheApplicantOnce()
    {
        var id = await AcceptedAsync();
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));
        var cancelled = new ProcessCancelled(id, Guid.NewGuid(), "Ngô Văn Phúc", "Hồ sơ nộp trùng", system.Clock.Now);
        await system.TellAsync(cancelled);
        await system.TellAsync(cancelled);

        var dossier = await system.ReadAsync(id);
        Assert.Equal((DossierStage.StoppedByAgency, "Hồ sơ nộp trùng"), (dossier.Stage, dossier.ClosingReason));
        Assert.Single(await system.RaisedAsync<DossierStopped>(), e => e.DossierId == id);
        Assert.Single(await system.RaisedAsync<NotificationRequested>(), e => e.Subject.Vi.Contains("đã dừng giải quyết", StringComparison.Ordinal) && e.Subject.Vi.Contains(dossier.Code!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Supplements_OfAnAgency_AreCountedAgainstItsRuleSet()
    {
        var id = await AcceptedAsync();
        var before = await AllowanceAsync(id);
        await system.TellAsync(new SupplementAsked(id, Guid.NewGuid(), Guid.NewGuid(), "Cán bộ", DeskSystem.Ward.Id, ["Ảnh"], "Thiếu", null, null, system.Clock.Now, "Trưởng phòng"));

        Assert.Equal(new SupplementAllowance(0, 1), before);
        Assert.Equal(new SupplementAllowance(1, 1), await AllowanceAsync(id));
        Assert.Equal(0, (await AllowanceAsync(id, TestCallers.District.AgencyId)).Asked);
        Assert.Equal("Trưởng phòng", Assert.Single((await system.ReadAsync(id)).Supplements).ConsentByName);
    }

    private async Task<Guid> AcceptedAsync()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        await system.DeliverEventsAsync();
        return id;
    }

    private Task<SupplementAllowance> AllowanceAsync(Guid id, Guid? agency = null) =>
        system.AskAsync<IDossierDirectory, SupplementAllowance>(d => d.SupplementsOfAsync(id, agency ?? DeskSystem.Ward.Id, default));

    private async Task<Guid> IssueAsync(Guid id)
    {
        Guid draft = Guid.NewGuid(), sign = Guid.NewGuid(), issue = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, draft));
        await system.TellAsync(system.Completed(id, draft, StepDeeds.DraftResult, Draft));
        await system.TellAsync(system.Entered(id, sign));
        await system.TellAsync(system.Completed(id, sign, StepDeeds.SignResult));
        await system.TellAsync(system.Entered(id, issue));
        await system.TellAsync(system.Completed(id, issue, StepDeeds.IssueResult, new() { [StepFields.DocumentSymbol] = "QĐ-UBND" }));
        return issue;
    }

    private async Task<IEnumerable<NotificationRequested>> NoticesAsync(Dossier dossier) =>
        (await system.RaisedAsync<NotificationRequested>()).Where(n => n.Subject.Vi.Contains(dossier.Code!, StringComparison.Ordinal));

    // An event that is refused for good must not stand in the way of the next test's.
    private Task<int> GiveUpAsync(Guid dossierId) => system.AskAsync<DossiersDbContext, int>(c =>
    {
        var key = $"dossier:{dossierId}";
        return c.Set<OutboxMessage>().Where(m => m.StreamKey == key && m.DeliveredAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, (DateTimeOffset?)null).SetProperty(m => m.LastError, (string?)null));
    });
}
