using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Kernel.Time.Clocks;
using OneStop.Kernel.Time.Rules;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>Something that runs in office time within an instance: a step, or a timer on one.</summary>
internal sealed record OfficeRun(Guid InstanceId, int Token, Guid AgencyId, DateTimeOffset From, int Minutes)
{
    public static OfficeRun? Of(WorkTask task) => task.AllowedMinutes is { } minutes ? new OfficeRun(task.InstanceId, task.Token, task.AgencyId, task.EnteredAt, minutes + task.PausedMinutes) : null;

    public static OfficeRun? Of(ProcessJob job) =>
        job is { Minutes: { } minutes, StartedAt: { } from, AgencyId: { } agency } ? new OfficeRun(job.InstanceId, job.Token ?? 0, agency, from, minutes) : null;
}

/// <summary>The legal clock of steps: office hours from their beginning, without what is left out of the dossier's term, on the calendar of the unit that has them.</summary>
internal sealed class StepClock(ApprovalsDbContext context, IWorkingCalendar calendars)
{
    private readonly HashSet<Guid> loaded = [];

    /// <summary>Fails when the calendar cannot tell the date.</summary>
    public async Task<Result<ClockReading>> ReadAsync(OfficeRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await calendars.ForAsync(run.AgencyId, cancellationToken);
        return found.TryGet(out var calendar) ? Read(run, await PausesAsync(run.InstanceId, cancellationToken), calendar, now) : found.AsFailure<ClockReading>();
    }

    public static Result<ClockReading> Read(OfficeRun run, IEnumerable<StepPause> pauses, WorkingCalendar calendar, DateTimeOffset now)
    {
        var plan = new ClockPlan(ClockKind.Step, new Term(run.Minutes / 60m, TermUnit.WorkingHours));
        var events = new List<ClockEvent> { new Received(run.From) };
        foreach (var ground in Of(run, pauses).GroupBy(p => p.Pause.Ground))
        {
            // Intervals of one ground that touch are one.
            var covered = run.From;
            foreach (var (pause, from) in ground.OrderBy(p => p.From))
            {
                if (pause.Until <= covered)
                    continue;
                var opened = from > covered ? from : covered;
                events.Add(new IntervalOpened(opened, pause.Ground, pause.LegalGround, pause.Document));
                if (pause.Until is not { } until)
                    break;
                events.Add(new IntervalClosed(until, pause.Ground));
                covered = until;
            }
        }

        return LegalClock.Read(calendar, plan, [.. events.OrderBy(e => e.At).ThenBy(e => e is IntervalOpened)], now);
    }

    /// <summary>Office minutes of a step that count, up to an instant.</summary>
    public async Task<int> UsedAsync(WorkTask task, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var run = new OfficeRun(task.InstanceId, task.Token, task.AgencyId, task.EnteredAt, 0);
        var used = (await calendars.BetweenAsync(task.AgencyId, task.EnteredAt, until, cancellationToken)).Minutes;
        var covered = task.EnteredAt;
        foreach (var (pause, from) in Of(run, await PausesAsync(task.InstanceId, cancellationToken)).OrderBy(p => p.From))
        {
            var start = from > covered ? from : covered;
            var end = pause.Until < until ? pause.Until.Value : until;
            if (end <= start)
                continue;
            used -= (await calendars.BetweenAsync(task.AgencyId, start, end, cancellationToken)).Minutes;
            covered = end;
        }

        return Math.Max(0, used - task.PausedMinutes);
    }

    /// <summary>The step waits for the applicant.</summary>
    public void Suspend(WorkTask task, DateTimeOffset now)
    {
        var rules = RuleSets.At(now);
        context.StepPauses.Add(new StepPause
        {
            Id = EntityId.New(now), InstanceId = task.InstanceId, Token = task.Token, Ground = ClockGround.Supplement, LegalGround = rules.Decree, Document = rules.Papers.Supplement,
            From = now,
        });
    }

    public async Task ResumeAsync(WorkTask task, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!(await PausesAsync(task.InstanceId, cancellationToken)).Any(p => p.Token == task.Token && p.Until is null))
            Suspend(task, since);
        foreach (var open in (await PausesAsync(task.InstanceId, cancellationToken)).Where(p => p.Token == task.Token && p.Until is null))
            open.Until = now;
    }

    /// <summary>Those stored and those of this deed.</summary>
    public async Task<IReadOnlyList<StepPause>> PausesAsync(Guid instanceId, CancellationToken cancellationToken)
    {
        // Once for all steps of a deed: many branches may end together.
        if (loaded.Add(instanceId))
            await context.StepPauses.Where(p => p.InstanceId == instanceId).LoadAsync(cancellationToken);
        return [.. context.StepPauses.Local.Where(p => p.InstanceId == instanceId)];
    }

    // What was left out before it began is not its own.
    private static IEnumerable<(StepPause Pause, DateTimeOffset From)> Of(OfficeRun run, IEnumerable<StepPause> pauses) => pauses
        .Where(p => p.InstanceId == run.InstanceId && (p.Token is null || p.Token == run.Token) && (p.Until is null || p.Until > run.From))
        .Select(p => (p, p.From > run.From ? p.From : run.From));
}
