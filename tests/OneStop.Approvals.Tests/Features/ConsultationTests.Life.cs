using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ListConsultations;
using OneStop.Approvals.Features.PurgeFinished;
using OneStop.Approvals.Features.ReadAskingForm;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Features.RejectRequest;
using OneStop.Approvals.Features.SaveAskingDraft;
using OneStop.Approvals.Features.SaveTaskDraft;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts.Events;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

// What happens around an open question: the calendar, the end of the dossier, retention, what is half written.
public sealed partial class ConsultationTests
{
    [Fact]
    public async Task Calendar_ThatCloses_MovesTheBodysDateAndItsSilence()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict(days: 2) with { Silence = SilenceRule.CountsAsAgreement, SilenceBasis = "Điều 9" }));
        var before = (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0].DueAt;

        office.Calendar.Close(office.Clock.Now.AddDays(1).VietnamDate());
        await office.RaiseAsync(new CalendarChanged(Guid.NewGuid(), [TestCallers.District.AgencyId], "Bộ luật Lao động", "12/QĐ-UBND", null, "Quản trị"));
        await office.DeliverEventsAsync();

        var line = (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0];
        Assert.Equal(before.AddDays(1), line.DueAt, TimeSpan.FromSeconds(1));
        var moved = Assert.Single(await office.RaisedAsync<StepDueMoved>());
        Assert.Equal(line.Id, moved.TaskId);
        office.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.Equal(ConsultationState.Open, (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0].State);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Equal(ConsultationState.Silent, (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0].State);
    }

    [Fact]
    public async Task Calendar_ChangedAfterTheDatePassed_DoesNotTakeTheSilenceBack()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict(days: 2)));
        office.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await RunAsync();
        var silent = (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0];
        Assert.NotNull(silent.SilentSince);

        office.Calendar.Close(office.Clock.Now.AddDays(-1).VietnamDate());
        await office.RaiseAsync(new CalendarChanged(Guid.NewGuid(), [TestCallers.District.AgencyId], "Bộ luật Lao động", "12/QĐ-UBND", null, "Quản trị"));
        await office.DeliverEventsAsync();

        var line = (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0];
        Assert.Equal((silent.SilentSince, silent.DueAt, ConsultationState.Open), (line.SilentSince, line.DueAt, line.State));
        Assert.Empty(await office.RaisedAsync<StepDueMoved>());
        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.District.AgencyId), District, MatterActions.Agree, null);
        Assert.True((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0] is { State: ConsultationState.Answered, IsAfterwards: false });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DossierRefusedOrDone_EndsWhatIsStillAsked_AndTellsTheBody(bool refused)
    {
        var dossier = await office.AcceptAsync("2.000815");
        var task = await office.OpenTaskAsync(dossier);
        await office.DoAs(office.HolderOf(task), Ask(task, AskCity(ConsultationPart.Informs)));
        while ((await office.TasksAsync(dossier)).Find(t => t is { IsOpen: true, ConsultationId: null }) is { } open)
        {
            if (refused && open.Role == Roles.AgencyLeader)
                await office.DoAs(office.HolderOf(open), new RejectRequestCommand(open.Id, Guid.NewGuid(), "Không đủ điều kiện"));
            else
                Assert.True((await office.CompleteAsync(open)).IsSuccess);
        }

        await office.DeliverEventsAsync();

        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.IsOpen);
        Assert.Equal(ConsultationOutcomes.Withdrawn, Assert.Single(await office.RaisedAsync<ConsultationClosed>()).Outcome);
        Assert.Single(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == City.Id && n.Subject.Vi.Contains("không cần cho ý kiến", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Purge_OfAFinishedDossier_KeepsWhatWasAskedAndAnswered()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict()));
        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.District.AgencyId), District, MatterActions.Agree, "Đồng ý");
        while ((await office.TasksAsync(dossier)).Exists(t => t is { IsOpen: true, ConsultationId: null }))
            await office.CompleteOpenAsync(dossier);
        await office.DeliverEventsAsync();
        await office.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            var keys = await context.ProcessVersions.Where(v => context.Instances.Any(i => i.DossierId == dossier && i.ProcessVersionId == v.Id)).Select(v => v.Key).Distinct().ToListAsync();
            foreach (var key in keys)
                context.RetentionRules.Add(new RetentionRule { Key = key, Days = 1, Why = "", ChangedByName = "", ChangedAt = office.Clock.Now });
            await context.SaveChangesAsync();
        });
        office.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(2, await office.DoAs(Caller.System, new PurgeFinished()));

        var line = Assert.Single((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines);
        Assert.Equal((ConsultationState.Answered, "Đồng ý"), (line.State, line.Answer));
    }

    [Fact]
    public async Task Draft_OfThePage_IsKeptBesideThatOfTheTask_UntilItIsAsked()
    {
        var (_, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, new SaveTaskDraftCommand(task.Id, new TaskForm { Comment = "Đang viết" }.Write()));
        await office.DoAs(officer, new SaveAskingDraftCommand(task.Id, "[]"));
        await office.DoAs(officer, new SaveTaskDraftCommand(task.Id, new TaskForm { Comment = "Viết tiếp" }.Write()));

        Assert.Equal("[]", (await office.DoAs(officer, new ReadAskingFormQuery(task.Id))).Draft);
        Assert.Null((await office.DoAs(office.HolderOf(task), new ReadAskingFormQuery(task.Id))).Draft);
        Assert.Equal(ApprovalErrors.TaskMissing, (await office.SendAs(District, new SaveAskingDraftCommand(task.Id, "[]"))).Error.Code);
        await office.DoAs(officer, Ask(task, AskDistrict()));

        Assert.Null((await office.DoAs(officer, new ReadAskingFormQuery(task.Id))).Draft);
        Assert.Equal("Viết tiếp", TaskForm.Read((await office.DoAs(officer, new ReadTaskQuery(task.Id))).Draft).Comment);
    }
}
