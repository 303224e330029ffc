using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Features.DelegateTask;
using OneStop.Approvals.Features.HandBackTask;
using OneStop.Approvals.Features.ListTasks;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Features.ReassignTask;
using OneStop.Approvals.Features.ReleaseTask;
using OneStop.Approvals.Features.TakeBackTask;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

public sealed class DelegationTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Delegate_WhoMayFinish_CompletesTheStepAndTheOwnerStaysNamed()
    {
        var (task, owner, colleague) = await DelegatedAsync(mayFinish: true);

        Assert.Equal((colleague.Id, owner.Id), (task.AssigneeId, task.OwnerId));
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == colleague.Id && n.Subject.Vi.Contains("giao làm thay", StringComparison.Ordinal));
        await office.CompleteAsync(task, colleague);
        var closed = (await office.TasksAsync(task.DossierId)).Single(t => t.Id == task.Id);
        Assert.Equal((TaskState.Done, colleague.Id, owner.Id), (closed.State, closed.ClosedById, closed.OwnerId));
    }

    [Fact]
    public async Task Delegate_WhoOnlyPrepares_DecidesNothingAndHandsBackWhatHeFilledIn()
    {
        var (task, owner, colleague) = await DelegatedAsync(mayFinish: false);

        var refused = await office.CompleteAsync(task, colleague);
        Assert.Equal((ApprovalErrors.OnlyPrepares, ErrorKind.RuleBroken), (refused.Error.Code, refused.Error.Kind));
        await office.DoAs(colleague, new HandBackTaskCommand(task.Id, Guid.NewGuid(), "Đủ giấy tờ", new Dictionary<string, string> { ["opinion"] = "Đề nghị duyệt" }));

        var back = await office.OpenTaskAsync(task.DossierId);
        Assert.Equal((owner.Id, null, false), (back.AssigneeId, back.OwnerId, back.DelegateMayFinish));
        var form = TaskForm.Read((await office.DoAs(owner, new ReadTaskQuery(task.Id))).Draft);
        Assert.Equal(("Đủ giấy tờ", "Đề nghị duyệt"), (form.Comment, form.Fields["opinion"]));
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == owner.Id && n.Subject.Vi.EndsWith("đã chuẩn bị xong", StringComparison.Ordinal));
        Assert.True((await office.CompleteAsync(task, owner)).IsSuccess);
    }

    [Fact]
    public async Task TakeBack_ByItsOwner_EndsTheDelegationAndTheColleagueCanActNoMore()
    {
        var (task, owner, colleague) = await DelegatedAsync(mayFinish: true);
        Assert.Equal(ApprovalErrors.TakenByColleague, (await office.CompleteAsync(task, owner)).Error.Code);
        var command = new TakeBackTaskCommand(task.Id, Guid.NewGuid());

        await office.DoAs(owner, command);
        await office.DoAs(owner, command);

        var mine = await office.OpenTaskAsync(task.DossierId);
        Assert.Equal((owner.Id, null), (mine.AssigneeId, mine.OwnerId));
        Assert.Equal(ApprovalErrors.TakenByColleague, (await office.CompleteAsync(task, colleague)).Error.Code);
        Assert.Equal(ApprovalErrors.NotDelegated, (await office.SendAs(owner, command with { CommandId = Guid.NewGuid() })).Error.Code);
    }

    [Fact]
    public async Task TakeBack_BySomebodyElse_IsRefused()
    {
        var (task, _, colleague) = await DelegatedAsync(mayFinish: true);
        var third = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người thứ ba");

        Assert.Equal(ErrorKind.Forbidden, (await office.SendAs(third, new TakeBackTaskCommand(task.Id, Guid.NewGuid()))).Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await office.SendAs(colleague, new TakeBackTaskCommand(task.Id, Guid.NewGuid()))).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await office.SendAs(TestCallers.Officer(TestCallers.City), new TakeBackTaskCommand(task.Id, Guid.NewGuid()))).Error.Kind);
    }

    [Fact]
    public async Task TakeBack_ByTheSubstituteOfTheOwner_GivesItToTheOwner()
    {
        var (task, owner, _) = await DelegatedAsync(mayFinish: true);
        var substitute = office.Organisation.StandIn(owner, "Người thay chủ việc");

        await office.DoAs(substitute, new TakeBackTaskCommand(task.Id, Guid.NewGuid()));

        Assert.Equal(owner.Id, (await office.OpenTaskAsync(task.DossierId)).AssigneeId);
        Assert.True((await office.CompleteAsync(task, substitute)).IsSuccess);
    }

    [Fact]
    public async Task Release_OfADelegatedTask_GivesItToItsOwnerAndNotToEverybody()
    {
        var (task, owner, colleague) = await DelegatedAsync(mayFinish: true);

        await office.DoAs(colleague, new ReleaseTaskCommand(task.Id, Guid.NewGuid()));

        var back = await office.OpenTaskAsync(task.DossierId);
        Assert.Equal((owner.Id, null), (back.AssigneeId, back.OwnerId));
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == owner.Id && n.Subject.Vi.EndsWith("được trả lại", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Delegate_ToOneselfToAStrangerOrOnwards_IsRefused()
    {
        var (task, owner, colleague) = await DelegatedAsync(mayFinish: true);
        var third = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người thứ ba");
        var other = await office.OpenTaskAsync(await office.AcceptAsync());

        Assert.Equal(ApprovalErrors.DelegatedAlready, (await office.SendAs(colleague, new DelegateTaskCommand(task.Id, Guid.NewGuid(), third.Id, true))).Error.Code);
        var self = await office.SendAs(owner, new DelegateTaskCommand(other.Id, Guid.NewGuid(), owner.Id, true));
        Assert.Equal((ApprovalErrors.DelegateToSelf, "AccountId"), (self.Error.Code, self.Error.Field));
        var clerk = office.Organisation.Hire(Levels.Commune, Roles.DeskClerk, "Cán bộ một cửa");
        Assert.Equal(ApprovalErrors.NotAHolder, (await office.SendAs(owner, new DelegateTaskCommand(other.Id, Guid.NewGuid(), clerk.Id, true))).Error.Code);
        Assert.Equal(ErrorKind.NotFound, (await office.SendAs(clerk, new DelegateTaskCommand(other.Id, Guid.NewGuid(), owner.Id, true))).Error.Kind);
    }

    [Fact]
    public async Task Reassign_OfADelegatedTask_EndsTheDelegation()
    {
        var (task, _, _) = await DelegatedAsync(mayFinish: false);
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng bộ phận");
        var third = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người mới");

        await office.DoAs(head, new ReassignTaskCommand(task.Id, Guid.NewGuid(), third.Id, "Quá tải"));

        var now = await office.OpenTaskAsync(task.DossierId);
        Assert.Equal((third.Id, null, false), (now.AssigneeId, now.OwnerId, now.DelegateMayFinish));
        Assert.True((await office.CompleteAsync(task, third)).IsSuccess);
    }

    [Fact]
    public async Task Claim_SentAgainAfterTheTaskWasGivenBack_DoesNothing()
    {
        var task = await office.OpenTaskAsync(await office.AcceptAsync());
        var officer = office.HolderOf(task);
        var claim = new ClaimTaskCommand(task.Id, Guid.NewGuid());
        await office.DoAs(officer, claim);
        await office.DoAs(officer, new ReleaseTaskCommand(task.Id));

        await office.DoAs(officer, claim);

        Assert.Null((await office.OpenTaskAsync(task.DossierId)).AssigneeId);
    }

    [Fact]
    public async Task Inbox_OfTheOwner_ListsWhatIsDelegatedAndTheColleaguesShowsForWhom()
    {
        var (task, owner, colleague) = await DelegatedAsync(mayFinish: true);

        var delegated = (await office.DoAs(owner, new ListTasksQuery { Delegated = true })).Page.Items;
        Assert.Equal([task.Id], delegated.Select(t => t.Id));
        Assert.DoesNotContain((await office.DoAs(owner, new ListTasksQuery { Size = 500 })).Page.Items, t => t.Id == task.Id);
        Assert.Equal(owner.Name, (await office.DoAs(colleague, new ListTasksQuery { Size = 500 })).Page.Items.Single(t => t.Id == task.Id).OwnerName);
    }

    [Fact]
    public async Task History_OfADelegation_NamesWhoDidWhat()
    {
        var (task, owner, colleague) = await DelegatedAsync(mayFinish: false);
        await office.DoAs(colleague, new HandBackTaskCommand(task.Id, Guid.NewGuid(), null, new Dictionary<string, string>()));

        var lines = await office.AskAsync<ApprovalsDbContext, List<HistoryLine>>(c => c.History.AsNoTracking().Where(h => h.InstanceId == task.InstanceId && h.Action != null).OrderBy(h => h.Number).ToListAsync());

        Assert.Equal([(DelegateTaskHandler.Action, owner.Id), (HandBackTaskHandler.Action, colleague.Id)], lines.TakeLast(2).Select(l => (l.Action!, l.ActorId!.Value)));
    }

    private async Task<(WorkTask Task, Caller Owner, Caller Colleague)> DelegatedAsync(bool mayFinish)
    {
        var task = await office.OpenTaskAsync(await office.AcceptAsync());
        var owner = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Chủ việc");
        var colleague = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người làm thay");
        await office.DoAs(owner, new DelegateTaskCommand(task.Id, Guid.NewGuid(), colleague.Id, mayFinish, "Giúp tôi"));
        return (await office.OpenTaskAsync(task.DossierId), owner, colleague);
    }
}
