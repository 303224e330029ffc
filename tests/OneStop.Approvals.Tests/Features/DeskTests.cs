using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AddNote;
using OneStop.Approvals.Features.ListFilters;
using OneStop.Approvals.Features.ListFollowUps;
using OneStop.Approvals.Features.MarkRead;
using OneStop.Approvals.Features.ReadDesk;
using OneStop.Approvals.Features.Remind;
using OneStop.Approvals.Features.RemoveFilter;
using OneStop.Approvals.Features.SaveFilter;
using OneStop.Approvals.Features.SetFollowUp;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

public sealed class DeskTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Note_OfADossier_IsReadAtItsLaterStepsAndTheOneOfATaskOnlyThere()
    {
        var (task, officer) = await TaskAsync();
        await office.DoAs(officer, new AddNoteCommand(task.Id, Guid.NewGuid(), "  Đã gọi điện cho UBND phường ", true));
        await office.DoAs(officer, new AddNoteCommand(task.Id, Guid.NewGuid(), "Chỉ cho bước này", false));
        await office.CompleteOpenAsync(task.DossierId);
        var next = await office.OpenTaskAsync(task.DossierId);

        var notes = (await office.DoAs(office.HolderOf(next), new ReadDeskQuery(next.Id))).Notes;

        var note = Assert.Single(notes);
        Assert.Equal(("Đã gọi điện cho UBND phường", officer.Name, true), (note.Text, note.Author, note.OnDossier));
        Assert.Equal(2, (await office.DoAs(officer, new ReadDeskQuery(task.Id))).Notes.Count);
        var stored = await office.AskAsync<ApprovalsDbContext, List<string>>(c => c.Notes.Select(n => n.Text).ToListAsync());
        Assert.DoesNotContain(stored, t => t.Contains("phường", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Note_SentTwice_IsOneAndEmptyOnesAreRefusedAtTheField()
    {
        var (task, officer) = await TaskAsync();
        var note = new AddNoteCommand(task.Id, Guid.NewGuid(), "Một lần", false);
        await office.DoAs(officer, note);
        await office.DoAs(officer, note);

        Assert.Single((await office.DoAs(officer, new ReadDeskQuery(task.Id))).Notes);
        var empty = await office.SendAs(officer, note with { NoteId = Guid.NewGuid(), Text = " " });
        Assert.Equal((ApprovalErrors.NoteEmpty, "Text"), (empty.Error.Code, empty.Error.Field));
        Assert.Equal(CommonErrors.TooLong, (await office.SendAs(officer, note with { NoteId = Guid.NewGuid(), Text = new string('x', 2001) })).Error.Code);
        Assert.Equal(CommonErrors.BadCharacters, (await office.SendAs(officer, note with { NoteId = Guid.NewGuid(), Text = "a\0b" })).Error.Code);
    }

    [Fact]
    public async Task Desk_OfSomebodyElsesTask_IsNotThere()
    {
        var (task, _) = await TaskAsync();
        var stranger = office.Organisation.Hire(Levels.Commune, Roles.RecordsClerk, "Văn thư");

        foreach (var request in new IRequest<Done>[] { new AddNoteCommand(task.Id, Guid.NewGuid(), "x", true), new MarkReadCommand(task.Id), new SetFollowUpCommand(task.Id, Tomorrow) })
            Assert.Equal(ErrorKind.NotFound, (await office.SendAs(stranger, request)).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await office.SendAs(stranger, new ReadDeskQuery(task.Id))).Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await office.SendAs(TestCallers.Citizen(), new ReadDeskQuery(task.Id))).Error.Kind);
    }

    [Fact]
    public async Task Reading_IsKeptOncePerPersonWithFirstAndLastTime()
    {
        var (task, officer) = await TaskAsync();
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng bộ phận");
        var began = office.Clock.Now;
        await office.DoAs(officer, new MarkReadCommand(task.Id));
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DoAs(officer, new MarkReadCommand(task.Id));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.DoAs(head, new MarkReadCommand(task.Id));

        var readers = (await office.DoAs(head, new ReadDeskQuery(task.Id))).Readers;

        Assert.Equal([(head.Name, 1), (officer.Name, 2)], readers.Select(r => (r.Name, r.Times)));
        Assert.Equal((began, began.AddMinutes(5)), (readers[1].FirstAt, readers[1].LastAt));
    }

    [Fact]
    public async Task FollowUp_OnItsDay_BringsTheTaskUpAndTellsItsOwnerOnce()
    {
        var (task, officer) = await TaskAsync();
        await office.DoAs(officer, new SetFollowUpCommand(task.Id, Tomorrow, "Gọi lại người nộp"));
        var coming = Assert.Single(await office.DoAs(officer, new ListFollowUpsQuery()), r => r.TaskId == task.Id);
        Assert.Equal((false, Tomorrow, "Gọi lại người nộp"), (coming.IsReached, coming.Day, coming.Note));

        await office.RunDueJobsAsync();
        Assert.Empty(await RemindersAsync(officer));
        office.Clock.Advance(TimeSpan.FromHours(25));
        await office.RunDueJobsAsync();
        await office.RunDueJobsAsync();

        Assert.Single(await RemindersAsync(officer));
        Assert.True(Assert.Single(await office.DoAs(officer, new ListFollowUpsQuery()), r => r.TaskId == task.Id).IsReached);
        await office.DoAs(officer, new SetFollowUpCommand(task.Id, null));
        Assert.Empty(await office.DoAs(officer, new ListFollowUpsQuery()));
    }

    [Fact]
    public async Task FollowUp_OfATaskThatIsDone_IsForgotten()
    {
        var (task, officer) = await TaskAsync();
        await office.DoAs(officer, new SetFollowUpCommand(task.Id, Tomorrow));
        var wish = await office.AskAsync<ApprovalsDbContext, FollowUp>(c => c.FollowUps.AsNoTracking().SingleAsync(f => f.TaskId == task.Id));
        await office.CompleteAsync(task, officer);
        await office.DoAs(Caller.System, new RemindCommand(wish.Id));
        Assert.Empty(await RemindersAsync(officer));

        office.Clock.Advance(TimeSpan.FromHours(25));
        await office.DoAs(Caller.System, new RemindCommand(wish.Id));

        Assert.Empty(await RemindersAsync(officer));
        Assert.Empty(await office.DoAs(officer, new ListFollowUpsQuery()));
        Assert.Equal(ErrorKind.Conflict, (await office.SendAs(officer, new SetFollowUpCommand(task.Id, Tomorrow))).Error.Kind);
    }

    [Fact]
    public async Task FollowUp_OnAPastOrFarDay_IsRefusedAtTheField()
    {
        var (task, officer) = await TaskAsync();
        foreach (var day in new[] { Tomorrow.AddDays(-1), Tomorrow.AddDays(400) })
        {
            var refused = await office.SendAs(officer, new SetFollowUpCommand(task.Id, day));
            Assert.Equal((ApprovalErrors.FollowUpDay, "Day"), (refused.Error.Code, refused.Error.Field));
        }
    }

    [Fact]
    public async Task Filter_IsOnesOwnNamedAndAtMostOneComesFirst()
    {
        var (_, officer) = await TaskAsync();
        await office.DoAs(officer, new SaveFilterCommand("Trễ hạn", "?xem=don-vi&tre=1&la=gi&q=", true));
        await office.DoAs(officer, new SaveFilterCommand("Khuyết tật", "q=khuy%E1%BA%BFt+t%E1%BA%ADt", true));
        await office.DoAs(officer, new SaveFilterCommand("trễ hạn", "tre=1", false));

        var filters = await office.DoAs(officer, new ListFiltersQuery());

        Assert.Equal([("Khuyết tật", "q=khuy%E1%BA%BFt%20t%E1%BA%ADt", true), ("Trễ hạn", "tre=1", false)], filters.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => (f.Name, f.Query, f.IsDefault)));
        var other = TestCallers.Officer();
        Assert.Empty(await office.DoAs(other, new ListFiltersQuery()));
        await office.DoAs(other, new RemoveFilterCommand(filters[0].Id));
        Assert.Equal(2, (await office.DoAs(officer, new ListFiltersQuery())).Count);
        await office.DoAs(officer, new RemoveFilterCommand(filters[0].Id));
        Assert.Single(await office.DoAs(officer, new ListFiltersQuery()));
        Assert.Equal((ApprovalErrors.FilterName, "Name"), (await office.SendAs(officer, new SaveFilterCommand(" ", "", false))) is var failed ? (failed.Error.Code, failed.Error.Field) : default);
    }

    [Fact]
    public async Task Filter_BeyondWhatOnePersonCanTellApart_IsRefused()
    {
        var officer = TestCallers.Officer();
        for (var i = 0; i < 30; i++)
            await office.DoAs(officer, new SaveFilterCommand($"Bộ lọc {i}", "tre=1", false));

        Assert.Equal(ApprovalErrors.TooManyFilters, (await office.SendAs(officer, new SaveFilterCommand("Một nữa", "tre=1", false))).Error.Code);
        Assert.True((await office.SendAs(officer, new SaveFilterCommand("Bộ lọc 7", "cho=1", false))).IsSuccess);
    }

    [Fact]
    public async Task Breach_OfAStep_IsToldToTheHeadOnceEvenWhenTheProcessSaysItToo()
    {
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng bộ phận nghe trễ");
        var (task, _) = await TaskAsync();
        // Its hour is over when the next one begins, not at the minute of the date: the process's own clock waits for that, too.
        Assert.True(task.LateAt > task.DueAt);
        office.Clock.Advance(task.LateAt!.Value - office.Clock.Now - TimeSpan.FromMinutes(1));
        for (var i = 0; i < 4; i++)
            await office.RunDueJobsAsync();
        Assert.Empty(await LateNoticesAsync(head, task));

        office.Clock.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 4; i++)
            await office.RunDueJobsAsync();
        office.Clock.Advance(TimeSpan.FromHours(30));
        for (var i = 0; i < 4; i++)
            await office.RunDueJobsAsync();

        Assert.Single(await LateNoticesAsync(head, task));
        Assert.Equal(task.DueAt, (await office.OpenTaskAsync(task.DossierId)).LateToldFor);
    }

    private DateOnly Tomorrow => office.Clock.Now.VietnamDate().AddDays(1);

    private async Task<IReadOnlyList<NotificationRequested>> LateNoticesAsync(Caller head, WorkTask task) =>
        [.. (await office.RaisedAsync<NotificationRequested>()).Where(n => n.AccountId == head.Id && n.Link == ApprovalsUrls.TaskOf(task.Id) && n.Subject.Vi.Contains("quá hạn bước", StringComparison.Ordinal))];

    private async Task<IReadOnlyList<NotificationRequested>> RemindersAsync(Caller officer) =>
        [.. (await office.RaisedAsync<NotificationRequested>()).Where(n => n.AccountId == officer.Id && n.Subject.Vi.Contains("hẹn xem lại", StringComparison.Ordinal))];

    private async Task<(WorkTask Task, Caller Officer)> TaskAsync()
    {
        var task = await office.OpenTaskAsync(await office.AcceptAsync());
        return (task, office.HolderOf(task));
    }
}
