using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Resources;

namespace OneStop.Dossiers.Components;

// What became of the deadline, in plain words and in the reader's language: who used the time, who apologised, what was asked for.
internal sealed class LatenessReader(DossiersDbContext context, IStringLocalizer<LatenessTexts> texts)
{
    public async Task<IReadOnlyList<DossierLatenessLine>> ReadAsync(Guid dossierId, Func<Guid, string> letterUrl, CancellationToken cancellationToken)
    {
        var lines = new List<DossierLatenessLine>();
        var asked = await context.SupplementRequests.AsNoTracking().Where(s => s.DossierId == dossierId).OrderBy(s => s.Number)
            .Select(s => new { s.AgencyName, s.AskedAt }).ToListAsync(cancellationToken);
        if (asked.Count > 1)
        {
            var units = asked.GroupBy(s => s.AgencyName).Select(g => texts["Line.SupplementsOf", g.Key, g.Count()].Value);
            lines.Add(new DossierLatenessLine(LatenessKind.Supplements, asked[^1].AskedAt, texts["Line.Supplements", asked.Count, string.Join("; ", units)], null));
        }

        if (await context.Breaches.AsNoTracking().FirstOrDefaultAsync(b => b.DossierId == dossierId, cancellationToken) is not { } breach)
            return lines;
        lines.Add(new DossierLatenessLine(LatenessKind.Breach, breach.RecordedAt, texts["Line.Breach", ApologyDesk.Moment(breach.LegalDueAt), Who(breach)], null));
        foreach (var apology in await context.Apologies.AsNoTracking().Where(a => a.DossierId == dossierId).OrderBy(a => a.Number).ToListAsync(cancellationToken))
            lines.Add(LineOf(apology, letterUrl));
        if (breach.MissedAgainAt is { } again)
            lines.Add(new DossierLatenessLine(LatenessKind.MissedAgain, again, texts["Line.MissedAgain"], null));
        return lines;
    }

    private string Who(BreachRecord breach)
    {
        var unit = breach.DepartmentName is { } department ? $"{department}, {breach.AgencyName}" : breach.AgencyName;
        if (breach.StepName is not { } name)
            return texts["Line.BreachUnit", unit];
        var step = StepNames.In(name, breach.StepNameEn);
        return breach is { UsedMinutes: { } used, AllowedMinutes: { } allowed } && used > allowed
            ? texts["Line.BreachOver", step, unit, Hours(used), Hours(allowed)]
            : texts["Line.BreachStep", step, unit];
    }

    private DossierLatenessLine LineOf(Apology apology, Func<Guid, string> letterUrl) => apology.State switch
    {
        ApologyState.Signed => new DossierLatenessLine(
            LatenessKind.ApologySigned, apology.SignedAt!.Value,
            texts["Line.ApologySigned", apology.AgencyName, ApologyDesk.Moment(apology.NewDueAt!.Value), apology.NumberAndSymbol!, apology.SignerName!, apology.Reason!],
            letterUrl(apology.FileId!.Value)),
        ApologyState.Closed => new DossierLatenessLine(LatenessKind.ApologyClosed, apology.ClosedAt!.Value, texts[$"Line.ApologyClosed{apology.ClosedBecause}"], null),
        _ when apology.EscalatedTo is { } above => new DossierLatenessLine(
            LatenessKind.ApologyWaiting, apology.EscalatedAt!.Value, texts["Line.ApologyEscalated", apology.AgencyName, above], null),
        _ when apology.SignBy is { } by => new DossierLatenessLine(
            LatenessKind.ApologyWaiting, apology.DraftedAt, texts["Line.ApologyWaiting", apology.AgencyName, ApologyDesk.Moment(by)], null),
        _ => new DossierLatenessLine(LatenessKind.ApologyWaiting, apology.DraftedAt, texts["Line.ApologyWaitingNoDate", apology.AgencyName], null),
    };

    private static string Hours(int minutes) => (minutes / 60m).ToString("0.#", CultureInfo.CurrentCulture);
}
