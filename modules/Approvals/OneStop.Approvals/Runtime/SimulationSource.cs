using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Approvals.Runtime;

/// <summary>Where a dossier was received: what decides who does its steps.</summary>
internal sealed record Office(string PlaceCode, Guid AgencyId, string Field);

/// <summary>A dossier of the past, without its name and its people: only the answers that the drawings ask for.</summary>
internal sealed record PastDossier(DateTimeOffset At, Office Office, bool IsOnline, int? TermMinutes, IReadOnlyDictionary<string, object?> Facts);

/// <summary>Reads what a simulation takes from the past: which dossiers came, how long each step took, how it ended.</summary>
internal sealed class SimulationSource(ApprovalsDbContext context, StateVault vault)
{
    public const int MostDossiers = 200_000;
    private const int MostSteps = 200_000;

    /// <summary>Enough for a form, which asks for a value in the middle.</summary>
    public const int FewSteps = 20_000;
    private const int RecentDossiers = 2_000;

    /// <summary>Dossiers of a process in the order in which they came. A fact is taken when one of the drawings names it, and no other.</summary>
    public async Task<IReadOnlyList<PastDossier>> DossiersAsync(string key, DateOnly from, DateOnly to, IReadOnlyList<string> drawings, CancellationToken cancellationToken)
    {
        var (first, after) = (VietnamTime.FromVietnam(from, TimeOnly.MinValue), VietnamTime.FromVietnam(to.AddDays(1), TimeOnly.MinValue));
        return await ReadAsync(Of(key).Where(i => i.StartedAt >= first && i.StartedAt < after).OrderBy(i => i.StartedAt).ThenBy(i => i.Id).Take(MostDossiers + 1), drawings, cancellationToken);
    }

    /// <summary>The last that came; of any process, when this one has none.</summary>
    public async Task<IReadOnlyList<PastDossier>> RecentAsync(string key, IReadOnlyList<string> drawings, CancellationToken cancellationToken)
    {
        var own = await ReadAsync(Of(key).OrderByDescending(i => i.StartedAt).ThenBy(i => i.Id).Take(RecentDossiers), drawings, cancellationToken);
        return own.Count > 0
            ? own
            : await ReadAsync(context.Instances.AsNoTracking().Where(i => i.Matter == null && i.DossierId != Guid.Empty).OrderByDescending(i => i.StartedAt).ThenBy(i => i.Id).Take(RecentDossiers), drawings, cancellationToken);
    }

    /// <summary>
    /// How the steps of a process went. A step's own time is from when it came, or its officer was done with the step before, whichever was later:
    /// what lay in the inbox meanwhile is queueing, which the simulation makes itself.
    /// </summary>
    public async Task<Dictionary<string, StepProfile>> ProfilesAsync(string key, DateTimeOffset now, WorkingCalendar calendar, CancellationToken cancellationToken, int most = MostSteps)
    {
        var since = now.AddYears(-1);
        var versions = await context.ProcessVersions.Where(v => v.Key == key).Select(v => v.Id).ToListAsync(cancellationToken);
        var closed = context.Tasks.AsNoTracking().Where(t => t.State == TaskState.Done && t.ClosedAt >= since && t.ClosedById != null)
            .OrderByDescending(t => t.ClosedAt).Take(most).Select(t => new { t.ProcessVersionId, t.Element, t.EnteredAt, t.ClosedAt, t.ClosedById, t.PausedMinutes, t.Outcome });
        var minutes = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var rejected = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in (await closed.ToListAsync(cancellationToken)).GroupBy(t => t.ClosedById))
        {
            var free = DateTimeOffset.MinValue;
            foreach (var step in person.OrderBy(t => t.ClosedAt))
            {
                var begun = step.EnteredAt > free ? step.EnteredAt : free;
                free = step.ClosedAt!.Value;
                if (!versions.Contains(step.ProcessVersionId))
                    continue;
                if (step.Outcome == StepOutcomes.Reject)
                    rejected[step.Element] = rejected.GetValueOrDefault(step.Element) + 1;
                if (calendar.Between(begun, free) is { IsSuccess: true } span)
                    (minutes.TryGetValue(step.Element, out var list) ? list : minutes[step.Element] = []).Add(Math.Max(1, (int)span.Value.TotalMinutes - step.PausedMinutes));
            }
        }

        var ends = await context.History.AsNoTracking()
            .Where(h => (h.Kind == HistoryKind.Completed || h.Kind == HistoryKind.SentBack) && h.At >= since && context.Instances.Any(i => i.Id == h.InstanceId && versions.Contains(i.ProcessVersionId)))
            .GroupBy(h => new { h.Element, h.Kind, h.Action }).Select(g => new { g.Key.Element, g.Key.Kind, g.Key.Action, Count = g.Count() }).ToListAsync(cancellationToken);
        var asked = await SupplementsAsync(versions, since, cancellationToken);
        return minutes.Keys.Union(ends.Select(e => e.Element), StringComparer.Ordinal).ToDictionary(element => element, element => new StepProfile(
            minutes.GetValueOrDefault(element) ?? [],
            [
                .. ends.Where(e => e.Element == element).Select(e => new StepChoice(e.Kind == HistoryKind.SentBack ? StepEnd.SentBack : StepEnd.Approved, e.Action, e.Count)).OrderBy(c => c.End).ThenBy(c => c.Action, StringComparer.Ordinal),
                .. rejected.TryGetValue(element, out var count) ? [new StepChoice(StepEnd.Rejected, null, count)] : Array.Empty<StepChoice>(),
            ])
            {
                SupplementShare = asked.TryGetValue(element, out var answers)
                    ? Math.Min(1, answers.Asked / (double)Math.Max(1, ends.Where(e => e.Element == element).Sum(e => e.Count)))
                    : 0,
                AnswerMinutes = answers.Minutes ?? [],
            }, StringComparer.Ordinal);
    }

    /// <summary>How often each step asked for a supplement, and the minutes until each answer that has come.</summary>
    private async Task<Dictionary<string, (int Asked, List<int> Minutes)>> SupplementsAsync(List<Guid> versions, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var lines = await context.History.AsNoTracking()
            .Where(h => (h.Kind == HistoryKind.Suspended || h.Kind == HistoryKind.Resumed) && h.At >= since && context.Instances.Any(i => i.Id == h.InstanceId && versions.Contains(i.ProcessVersionId)))
            .OrderBy(h => h.InstanceId).ThenBy(h => h.Number).Select(h => new { h.InstanceId, h.Token, h.Element, h.Kind, h.Action, h.At }).Take(MostSteps).ToListAsync(cancellationToken);
        var found = new Dictionary<string, (int Asked, List<int> Minutes)>(StringComparer.Ordinal);
        foreach (var course in lines.GroupBy(l => (l.InstanceId, l.Token, l.Element)))
        {
            DateTimeOffset? askedAt = null;
            foreach (var line in course)
            {
                if (line is { Kind: HistoryKind.Suspended, Action: WaitReasons.Supplement })
                {
                    askedAt = line.At;
                    found[line.Element] = found.TryGetValue(line.Element, out var known) ? (known.Asked + 1, known.Minutes) : (1, []);
                }
                else if (line.Kind == HistoryKind.Resumed && askedAt is { } at)
                {
                    found[line.Element].Minutes.Add((int)(line.At - at).TotalMinutes);
                    askedAt = null;
                }
            }
        }

        return found;
    }

    private IQueryable<ProcessInstance> Of(string key) =>
        context.Instances.AsNoTracking().Where(i => i.Matter == null && i.DossierId != Guid.Empty && context.ProcessVersions.Any(v => v.Id == i.ProcessVersionId && v.Key == key));

    private async Task<IReadOnlyList<PastDossier>> ReadAsync(IQueryable<ProcessInstance> instances, IReadOnlyList<string> drawings, CancellationToken cancellationToken)
    {
        var found = new List<PastDossier>();
        var offices = new Dictionary<Office, Office>();
        await foreach (var instance in instances.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var office = new Office(instance.PlaceCode, instance.ReceivingAgencyId, instance.Field);
            office = offices.TryGetValue(office, out var known) ? known : offices[office] = office;
            var facts = vault.Open(instance).Variables.Where(v => v.Key != "action" && drawings.Any(xml => xml.Contains(v.Key, StringComparison.Ordinal)));
            found.Add(new PastDossier(instance.StartedAt, office, instance.IsOnline, instance.TermMinutes, facts.ToDictionary(StringComparer.Ordinal)));
        }

        return found;
    }
}
