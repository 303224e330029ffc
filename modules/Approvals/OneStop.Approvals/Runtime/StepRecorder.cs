using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Data;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

/// <summary>Turns what one engine step returned into rows, events and live news.</summary>
internal sealed class StepRecorder(ApprovalsDbContext context, TaskBook book, ConsultationBook consultations, StepClock clock, ILiveFeed live, JobSignal jobs)
{
    private const int LongestNote = 4_000;

    public async Task<Result<Done>> RecordAsync(
        ProcessInstance instance, StepResult result, StepDeed deed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var entry in result.History)
            context.History.Add(Line(instance, entry, deed));
        foreach (var message in result.Messages)
            await TellAsync(instance, message, result, deed, now, cancellationToken);
        foreach (var job in result.Jobs)
        {
            if (await KeepAsync(instance, job, now, cancellationToken) is { IsFailure: true } failure)
                return failure;
        }

        await ForgetAsync(instance, [.. result.Jobs.OfType<CancelTimer>().Select(cancel => cancel.Timer)], cancellationToken);
        if (result.Jobs.Count > 0)
            context.AfterCommit(jobs.Wake);
        return Done.Value;
    }

    private async Task TellAsync(
        ProcessInstance instance, EngineMessage message, StepResult result, StepDeed deed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case StepOpened opened:
                await book.OpenAsync(instance, opened.Step, opened.Token, now, cancellationToken);
                break;
            case StepClosed closed:
                var ended = result.State.Status == InstanceStatus.Terminated;
                await book.CloseAsync(instance, closed.Step, closed, deed, ended, now, cancellationToken);
                break;
            case StepSuspended suspended:
                await book.SuspendAsync(instance.Id, suspended.Token, now, cancellationToken);
                break;
            case StepResumed resumed:
                await book.ResumeAsync(instance.Id, resumed.Token, now, cancellationToken);
                break;
            case IncidentRaised raised:
                context.Incidents.Add(book.NewIncident(instance, raised.Token, raised.Node, raised.Code, raised.Detail, now));
                break;
            case IncidentMended mended:
                await MendAsync(i => i.InstanceId == instance.Id && i.Token == mended.Token, now, cancellationToken);
                break;
            case SignalThrown thrown:
                context.Raise(new ProcessSignalThrown(instance.Id, thrown.Signal), now);
                break;
            case InstanceEnded end:
                // A step that nobody is competent for has an incident although its token does not stand in one.
                await MendAsync(i => i.InstanceId == instance.Id, now, cancellationToken);
                if (end.Status == InstanceStatus.Completed && instance is { IsMatter: false, HasDossier: true })
                    context.Raise(new ProcessCompleted(instance.DossierId, now), now);
                else if (instance is { IsMatter: false, HasDossier: true })
                    context.Raise(new QuestionsDropped(instance.DossierId, instance.Id, null), now);
                // The dossier ended, or its process took another way: nobody needs the opinion any more.
                if (instance.Matter == Matters.Consultation && await consultations.FindAsync(instance.SubjectId, cancellationToken) is { IsOpen: true } unanswered)
                    await consultations.EndAsync(unanswered, ConsultationState.Withdrawn, null, deed, now, cancellationToken);
                break;
        }

        if (message is StepSuspended or StepResumed)
            context.AfterCommit(() => live.Publish(InboxTopics.Everything));
    }

    private async Task MendAsync(Expression<Func<Incident, bool>> which, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await foreach (var incident in context.Incidents.Where(which).Where(i => i.MendedAt == null).AsAsyncEnumerable().WithCancellation(cancellationToken))
            incident.MendedAt = now;
    }

    private async Task<Result<Done>> KeepAsync(ProcessInstance instance, EngineJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (job)
        {
            case RunService run:
                context.Jobs.Add(new ProcessJob { Id = EntityId.New(now), InstanceId = instance.Id, Kind = JobKind.Service, Number = run.Token, Element = run.Node, Service = run.Service, DueAt = now });
                break;
            case StartTimer timer:
                var due = await TimerAsync(instance, timer, now, cancellationToken);
                if (due.IsFailure)
                    return due.AsFailure<Done>();
                context.Jobs.Add(due.Value);
                break;
        }

        return Done.Value;
    }

    /// <summary>Timers of this step that no longer count, one of which this very step may have asked for: all in one question, however many branches end at once.</summary>
    private async Task ForgetAsync(ProcessInstance instance, IReadOnlyCollection<int> timers, CancellationToken cancellationToken)
    {
        if (timers.Count == 0)
            return;
        await context.Jobs.Where(j => j.InstanceId == instance.Id && j.Kind == JobKind.Timer && timers.Contains(j.Number)).LoadAsync(cancellationToken);
        context.Jobs.RemoveRange(context.Jobs.Local.Where(j => j.InstanceId == instance.Id && j.Kind == JobKind.Timer && timers.Contains(j.Number)).ToList());
    }

    private async Task<Result<ProcessJob>> TimerAsync(ProcessInstance instance, StartTimer timer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (timer is { At: null, WorkingTime: true })
            return await OfficeTimerAsync(instance, timer, now, cancellationToken);
        return new ProcessJob
        {
            Id = EntityId.New(now), InstanceId = instance.Id, Kind = JobKind.Timer, Number = timer.Timer, Element = timer.Node, DueAt = timer.At ?? now + timer.After!.Value,
        };
    }

    // A holiday table that ends too early must stop the deed: a timer at a wrong date would count silence as consent.
    private async Task<Result<ProcessJob>> OfficeTimerAsync(ProcessInstance instance, StartTimer timer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var agency = (await book.FindOpenAsync(instance.Id, timer.Token, cancellationToken))?.AgencyId ?? instance.ReceivingAgencyId;
        var run = new OfficeRun(instance.Id, timer.Token, agency, now, (int)timer.After!.Value.TotalMinutes);
        var read = await clock.ReadAsync(run, now, cancellationToken);
        return read.Map(reading => new ProcessJob
        {
            Id = EntityId.New(now), InstanceId = instance.Id, Kind = JobKind.Timer, Number = timer.Timer, Element = timer.Node, DueAt = reading.LegalDue,
            Minutes = run.Minutes, StartedAt = now, AgencyId = agency, Token = timer.Token,
        });
    }

    private static HistoryLine Line(ProcessInstance instance, HistoryEntry entry, StepDeed deed) => new()
    {
        InstanceId = instance.Id,
        Number = entry.Number,
        At = entry.At,
        Kind = entry.Kind,
        Element = entry.Node,
        Token = entry.Token,
        Flow = entry.Flow,
        Action = entry.Action,
        ActorId = deed.ActorId,
        ActorName = deed.ActorName,
        OnBehalfOf = deed.OnBehalfOf,
        Note = entry.Note is { Length: > LongestNote } note ? note[..LongestNote] : entry.Note,
    };
}
