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
        foreach (var step in dossier.Steps.OrderBy(s => s.Sequence))
        {
            var used = step.UsedMinutes ?? await UsedAsync(step, pauses, now, cancellationToken);
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

    private async Task<int> UsedAsync(StepRow step, List<ClockPause> pauses, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var used = (await calendar.BetweenAsync(step.AgencyId, step.EnteredAt, now, cancellationToken)).Minutes;
        // What two pauses cover is left out once.
        var covered = step.EnteredAt;
        foreach (var pause in pauses.OrderBy(p => p.StartedAt))
        {
            var from = pause.StartedAt > covered ? pause.StartedAt : covered;
            var to = pause.EndedAt ?? now;
            if (to <= from)
                continue;
            used -= (await calendar.BetweenAsync(step.AgencyId, from, to, cancellationToken)).Minutes;
            covered = to;
        }

        return Math.Max(0, used);
    }
}
