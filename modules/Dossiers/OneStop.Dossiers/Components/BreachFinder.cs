using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Time.Clocks;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

// Which step and unit used the time of a late dossier. Time that the law leaves out is nobody's.
internal sealed class BreachFinder(DossiersDbContext context, IWorkingCalendar calendar)
{
    // Needs the steps loaded.
    public async Task<BreachRecord> FindAsync(Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pauses = await context.Pauses.AsNoTracking().Where(p => p.DossierId == dossier.Id).ToListAsync(cancellationToken);
        var uses = new List<StepUse>();
        // Who only supplies information is waited for by nobody.
        foreach (var step in dossier.Steps.Where(s => !s.IsOpinion || s.MustDecide).OrderBy(s => s.Sequence))
        {
            var used = step.UsedMinutes ?? await UsedAsync(step, [.. pauses.Select(p => (p.StartedAt, p.EndedAt ?? now)), .. OthersOf(dossier, step, now)], now, cancellationToken);
            uses.Add(new StepUse(step.TaskId, step.Name, step.AgencyId, step.AgencyName, step.DepartmentName, step.EnteredAt, step.CompletedAt, step.AllowedMinutes, used));
        }

        var due = dossier.LegalDueAt ?? dossier.DueAt!.Value;
        var responsible = Breach.Of(uses, due).Responsible;
        return new BreachRecord
        {
            DossierId = dossier.Id,
            RecordedAt = now,
            LegalDueAt = due,
            AgencyId = responsible?.AgencyId ?? dossier.ReceivingAgencyId,
            AgencyName = responsible?.AgencyName ?? dossier.ReceivingAgencyName,
            DepartmentName = responsible?.DepartmentName,
            TaskId = responsible?.TaskId,
            StepName = responsible?.StepName,
            StepNameEn = dossier.Steps.FirstOrDefault(s => s.TaskId == responsible?.TaskId)?.NameEn,
            AllowedMinutes = responsible?.AllowedMinutes,
            UsedMinutes = responsible?.UsedMinutes,
        };
    }

    // What bodies that take part in deciding use while the step waits for them is theirs.
    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OthersOf(Dossier dossier, StepRow step, DateTimeOffset now) =>
        dossier.Steps.Where(s => s is { IsOpinion: true, MustDecide: true } && s.AskedByTaskId == step.TaskId).Select(s => (s.EnteredAt, s.CompletedAt ?? now));

    // Times that do not count may overlap; each minute is left out once.
    private async Task<int> UsedAsync(StepRow step, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> leftOut, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var used = (await calendar.BetweenAsync(step.AgencyId, step.EnteredAt, now, cancellationToken)).Minutes;
        var counted = step.EnteredAt;
        foreach (var (begins, ends) in leftOut.OrderBy(t => t.From))
        {
            var from = begins > counted ? begins : counted;
            if (ends <= from)
                continue;
            used -= (await calendar.BetweenAsync(step.AgencyId, from, ends, cancellationToken)).Minutes;
            counted = ends;
        }

        return Math.Max(0, used);
    }
}
