using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Engine.Expressions;
using OneStop.Kernel.Data;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>
/// Processes that begin by a timer, a message or a signal. Such an instance has no dossier and belongs to the agency at the top; the version in force at the moment begins, no other.
/// </summary>
internal sealed class ProcessStarts(ApprovalsDbContext context, DefinitionCache definitions, InstanceRunner runner, StateVault vault, IOrganisationDirectory organisation, JobSignal signal)
{
    private static readonly Dictionary<string, object?> NoValues = [];
    private static readonly DictionaryVariables Nothing = new(NoValues);

    /// <summary>When a timer of a start comes due first, counted from the day of the version.</summary>
    public static TimerDue? DueOf(TimerSpec timer, DateOnly validFrom, DateTimeOffset now)
    {
        var day = VietnamTime.FromVietnam(validFrom, TimeOnly.MinValue);
        return timer.DueFrom(day > now ? day : now, Nothing);
    }

    public static DateTimeOffset FirstOf(TimerDue due, DateOnly validFrom, DateTimeOffset now)
    {
        var day = VietnamTime.FromVietnam(validFrom, TimeOnly.MinValue);
        return due.At ?? ((day > now ? day : now) + due.After!.Value);
    }

    /// <summary>What a deployed version listens for.</summary>
    public void Plan(ProcessVersion version, ProcessDefinition definition, DateTimeOffset now)
    {
        foreach (var (start, spec) in definition.Root.Triggers.SelectMany(start => start.Events.Select(spec => (start, spec))))
        {
            if (spec.Timer is { } timer)
            {
                if (DueOf(timer, version.ValidFrom, now) is { } due && due.Repetitions != 0)
                    Add(version.Id, start.Id, 0, FirstOf(due, version.ValidFrom, now), FirstOf(due, version.ValidFrom, now), now);
            }
            else if (spec.Name is { } name)
            {
                context.StartSubscriptions.Add(new StartSubscription { ProcessVersionId = version.Id, Element = start.Id, Kind = spec.Kind, Name = name });
            }
        }
    }

    /// <summary>A start timer that a worker has claimed. One that was missed while nothing ran comes once; the rhythm goes on from its first date.</summary>
    public async Task<Result<Done>> FireAsync(ProcessJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        context.Jobs.Remove(job);
        var version = await context.ProcessVersions.AsNoTracking().SingleAsync(v => v.Id == job.ProcessVersionId, cancellationToken);
        if (await InForceAsync(version.Key, now, cancellationToken) != version.Id)
            return Done.Value;
        var definition = await definitions.GetAsync(context, version.Id, cancellationToken);
        var timer = definition.Root.Triggers.First(t => t.Id == job.Element).Events.First(e => e.Timer is not null).Timer!;
        var origin = job.StartedAt ?? now;
        if (timer.DueFrom(origin, Nothing) is { Interval: { } interval } due && timer.Kind == TimerKind.Cycle)
        {
            var times = job.Number + 1;
            while (interval.AfterFrom(origin, times) <= now)
                times++;
            if (due.Repetitions is null || times < due.Repetitions)
                Add(version.Id, job.Element, times, interval.AfterFrom(origin, times), origin, now);
        }

        return await StartAsync(version.Id, job.Element, DerivedId.From(job.Id, "start"), null, NoValues, now, cancellationToken);
    }

    /// <summary>Begins a version at one of its starts. The same cause never begins it twice.</summary>
    public Task<Result<Done>> StartAsync(ProcessStartAsked asked, DateTimeOffset now, CancellationToken cancellationToken) =>
        StartAsync(asked.ProcessVersionId, asked.Element, asked.Cause, asked.ActorName, asked.Values is { } sealedValues ? vault.OpenValues(sealedValues) : NoValues, now, cancellationToken);

    private async Task<Result<Done>> StartAsync(
        Guid versionId, string element, Guid cause, string? actor, IReadOnlyDictionary<string, object?> values, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await context.Instances.AnyAsync(i => i.DossierId == Guid.Empty && i.SubjectId == cause, cancellationToken))
            return Done.Value;
        var version = await context.ProcessVersions.AsNoTracking().Where(v => v.Id == versionId).Select(v => new { v.Key, v.Name }).SingleAsync(cancellationToken);
        var top = (await organisation.AgenciesBelowAsync("/", now.VietnamDate(), cancellationToken))[0];
        var instance = new ProcessInstance
        {
            Id = EntityId.New(now), ProcessVersionId = versionId, DossierId = Guid.Empty, SubjectId = cause, DossierCode = CodeOf(version.Key, now), ProcedureCode = "",
            ProcedureName = version.Name, Field = "", ApplicantName = "", PlaceCode = top.PlaceCode, ReceivingAgencyId = top.Id, StartedAt = now, Status = InstanceStatus.New,
            State = vault.Seal(InstanceState.Empty),
        };
        context.Instances.Add(instance);
        var command = new EngineCommand(DerivedId.From(cause, "begin"), new StartInstance(values, element), actor);
        var started = await runner.ApplyAsync(instance, command, StepDeed.System, now, cancellationToken);
        return started.IsFailure ? started.AsFailure<Done>() : Done.Value;
    }

    /// <summary>Starts of versions in force that wait for the message or signal.</summary>
    public async Task<IReadOnlyList<StartSubscription>> WaitingForAsync(EventKind kind, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await (from s in context.StartSubscriptions.AsNoTracking()
                             join v in context.ProcessVersions on s.ProcessVersionId equals v.Id
                             where s.Name == name && s.Kind == kind
                             select new { Start = s, v.Key }).ToListAsync(cancellationToken);
        var found = new List<StartSubscription>();
        foreach (var each in waiting)
        {
            if (await InForceAsync(each.Key, now, cancellationToken) == each.Start.ProcessVersionId)
                found.Add(each.Start);
        }

        return found;
    }

    private async Task<Guid?> InForceAsync(string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = now.VietnamDate();
        return await context.ProcessVersions.Where(v => v.Key == key && v.ValidFrom <= day && (v.RetiredFrom == null || v.RetiredFrom > day))
            .OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private void Add(Guid versionId, string element, int times, DateTimeOffset dueAt, DateTimeOffset origin, DateTimeOffset now)
    {
        context.Jobs.Add(new ProcessJob { Id = EntityId.New(now), Kind = JobKind.Start, ProcessVersionId = versionId, Element = element, Number = times, DueAt = dueAt, StartedAt = origin });
        context.AfterCommit(signal.Wake);
    }

    // What lists show where a dossier's code stands.
    private static string CodeOf(string key, DateTimeOffset now)
    {
        const int Longest = 40;
        return $"{(key.Length > Longest ? key[..Longest] : key)}/{now.ToVietnam().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
    }
}
