using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Runtime;

/// <summary>Why dates of steps are counted again: the law or decision, and its paper.</summary>
internal sealed record DateGround(string LegalGround, string Document);

/// <summary>
/// Counts the running steps and timers of an instance again, after time was left out or a calendar was changed. What already stands at its date is left alone, so that
/// a second telling moves nothing; where the calendar cannot tell, the date stays as it was promised.
/// </summary>
internal sealed class StepDates(ApprovalsDbContext context, StepClock clock, StepWarnings warnings, TaskBook book, JobSignal signal)
{
    /// <summary>Only the dates of these agencies; null for all.</summary>
    public async Task RecountAsync(
        ProcessInstance instance, DateGround ground, IReadOnlySet<Guid>? agencies, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tasks = await context.Tasks.Where(t => t.InstanceId == instance.Id && (t.State == TaskState.Open || t.State == TaskState.Suspended || t.State == TaskState.Unroutable)
            && t.AllowedMinutes != null).ToListAsync(cancellationToken);
        foreach (var task in tasks.Where(t => agencies?.Contains(t.AgencyId) != false))
        {
            var read = await clock.ReadAsync(OfficeRun.Of(task)!, now, cancellationToken);
            if (!read.TryGet(out var reading) || reading.LegalDue is not { } due || due == task.DueAt)
                continue;
            if (task.ConsultationId is { } asked && !await MoveAnswerAsync(instance, asked, due, cancellationToken))
                continue;
            var from = task.DueAt;
            task.SetDue(due);
            await warnings.DropAsync(task, cancellationToken);
            await warnings.PlanAsync(task, now, cancellationToken);
            context.Raise(new StepDueMoved(task.DossierId, task.ConsultationId ?? task.Id, task.StepName, from, due, ground.LegalGround, ground.Document, now), now);
            book.Tell(task);
        }

        await RecountTimersAsync(instance, agencies, now, cancellationToken);
    }

    // A body's date is that of its task, and the timer that looks for its silence goes with it. What has been silence by then stays so.
    private async Task<bool> MoveAnswerAsync(ProcessInstance instance, Guid consultationId, DateTimeOffset due, CancellationToken cancellationToken)
    {
        if (await context.Consultations.FindAsync([consultationId], cancellationToken) is not { IsOpen: true, SilentSince: null } consultation)
            return false;
        consultation.SetDue(due);
        foreach (var timer in await context.Jobs.Where(j => j.InstanceId == instance.Id && j.Kind == JobKind.Timer && j.Minutes == null).ToListAsync(cancellationToken))
            timer.DueAt = due;
        context.AfterCommit(signal.Wake);
        return true;
    }

    private async Task RecountTimersAsync(ProcessInstance instance, IReadOnlySet<Guid>? agencies, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = false;
        foreach (var timer in await context.Jobs.Where(j => j.InstanceId == instance.Id && j.Kind == JobKind.Timer && j.Minutes != null).ToListAsync(cancellationToken))
        {
            if (OfficeRun.Of(timer) is not { } run || agencies?.Contains(run.AgencyId) == false)
                continue;
            var read = await clock.ReadAsync(run, now, cancellationToken);
            if (!read.TryGet(out var reading) || reading.LegalDue is not { } due || due == timer.DueAt)
                continue;
            timer.DueAt = due;
            moved = true;
        }

        if (moved)
            context.AfterCommit(signal.Wake);
    }
}
