using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Tests.Office;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Approvals.Tests.Features;

// What is left out of the dossier's term is left out of its open steps: told when it begins, with its most, and again when it has ended.
public sealed class ThirdPartyTimeTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Time_LeftOut_MovesTheOpenStepByItsMostAndThenByWhatItWas()
    {
        var task = await office.OpenTaskAsync(await office.AcceptAsync());
        var told = Told(task, days: 5);
        await TellAsync(told);

        Assert.Equal(task.DueAt!.Value.AddDays(5), Whole((await office.OpenTaskAsync(task.DossierId)).DueAt!.Value));
        await TellAsync(told with { Until = told.From.AddDays(2) });

        var moved = await office.OpenTaskAsync(task.DossierId);
        Assert.Equal(task.DueAt.Value.AddDays(2), Whole(moved.DueAt!.Value));
        Assert.Equal(task.State, moved.State);
        Assert.Equal(
            [(task.DueAt.Value, task.DueAt.Value.AddDays(5), "123/UBND-ĐC"), (task.DueAt.Value.AddDays(5), task.DueAt.Value.AddDays(2), "123/UBND-ĐC")],
            (await MovesAsync(task)).Select(m => (Whole(m.From!.Value), Whole(m.To), m.Document)));
    }

    [Fact]
    public async Task Time_ToldTwice_MovesOnceAndKeepsOneInterval()
    {
        var task = await office.OpenTaskAsync(await office.AcceptAsync());
        var told = Told(task, days: 3);
        await TellAsync(told);
        await TellAsync(told);

        Assert.Equal(task.DueAt!.Value.AddDays(3), Whole((await office.OpenTaskAsync(task.DossierId)).DueAt!.Value));
        Assert.Single(await MovesAsync(task));
        Assert.Equal(1, await office.AskAsync<ApprovalsDbContext, int>(c => c.StepPauses.CountAsync(p => p.Id == told.IntervalId)));
    }

    [Fact]
    public async Task Time_LeftOut_PutsOffTheWordToTheHeadsAndIsNotUsedTime()
    {
        var task = await office.OpenTaskAsync(await office.AcceptAsync());
        await TellAsync(Told(task, days: 4));
        var moved = await office.OpenTaskAsync(task.DossierId);

        Assert.Equal([moved.LateAt], await office.AskAsync<ApprovalsDbContext, List<DateTimeOffset?>>(
            c => c.Jobs.Where(j => j.InstanceId == task.InstanceId && j.Kind == JobKind.Breach && j.Number == task.Token).Select(j => j.DueAt).ToListAsync()));
        office.Clock.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(2));
        await office.CompleteOpenAsync(task.DossierId);
        Assert.Equal(120, (await office.TasksAsync(task.DossierId)).Single(t => t.Id == task.Id).UsedMinutes);
    }

    [Fact]
    public async Task Time_OfADossierThatHasNoProcessOrWhoseProcessEnded_IsLeftAlone()
    {
        var task = await office.OpenTaskAsync(await office.AcceptAsync());
        await office.RaiseAsync(new DossierStopped(task.DossierId, "stopped", office.Clock.Now));
        await office.DeliverEventsAsync();

        await TellAsync(Told(task, days: 3));
        await TellAsync(Told(task, days: 3) with { DossierId = Guid.NewGuid() });

        Assert.Empty(await MovesAsync(task));
    }

    private ThirdPartyTimeLeftOut Told(WorkTask task, int days) => new(
        task.DossierId, Guid.CreateVersion7(), ClockGround.Opinion, "Điều 9 NĐ 1/2026/NĐ-CP", "123/UBND-ĐC", office.Clock.Now, office.Clock.Now.AddDays(days));

    private async Task TellAsync(ThirdPartyTimeLeftOut told)
    {
        await office.RaiseAsync(told);
        await office.DeliverEventsAsync();
    }

    // The office that never closes has days of a tick less than a day.
    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset);

    private async Task<IReadOnlyList<StepDueMoved>> MovesAsync(WorkTask task) =>
        [.. (await office.RaisedAsync<StepDueMoved>()).Where(m => m.TaskId == task.Id && Whole(m.From!.Value) != Whole(m.To))];
}
