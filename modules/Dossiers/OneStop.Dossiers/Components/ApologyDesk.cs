using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Rules;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

// Drafts the apology of a late dossier and lays it before the head of the unit that used the time; closes what nobody needs to sign any more.
internal sealed class ApologyDesk(DossiersDbContext context, IWorkingCalendar calendar, PaperWords words)
{
    private const int LeastMinutes = 8 * 60;
    private const string TimeShape = "HH:mm";
    private const string DayShape = "dd'/'MM'/'yyyy";

    // Nothing is drafted once the rule set's number is used up: the law lets the appointment move no further. Needs the steps loaded.
    public async Task<Apology?> DraftAsync(Dossier dossier, BreachRecord breach, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = await context.Apologies.CountAsync(a => a.DossierId == dossier.Id, cancellationToken);
        var limit = (RuleSets.Find(dossier.RuleSetKey) ?? RuleSets.At(dossier.AcceptedAt!.Value)).Limits.Reappointments;
        if (before >= limit || dossier.FinishedAt is not null || dossier.ClosedAt is not null)
            return null;

        var proposed = await ProposeAsync(dossier, now, cancellationToken);
        var apology = Apology.Draft(EntityId.New(now), dossier.Id, before + 1, breach.AgencyId, breach.AgencyName, dossier.DueAt!.Value, proposed, now);
        context.Apologies.Add(apology);
        // The reason stays open: only the unit knows it, and the citizen is to read a real one.
        var fields = Facts(apology, breach);
        Appoint(fields, proposed);
        context.Raise(new MatterOpened(dossier.Id, apology.Id, Matters.Apology, breach.AgencyId, fields, now), now);
        return apology;
    }

    // The key failed after the head had decided: the draft goes back to the inbox with what was typed and what went wrong.
    public async Task LayAgainAsync(
        Dossier dossier, Apology apology, IReadOnlyDictionary<string, string> typed, string problem, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var appointed = ApologyRules.Read(typed).TryGet(out var day) ? day : apology.ProposedDueAt;
        if (appointed <= now)
            appointed = await ProposeAsync(dossier, now, cancellationToken);
        var again = apology.Again(EntityId.New(now), appointed);
        context.Apologies.Remove(apology);
        context.Apologies.Add(again);
        var fields = Facts(again, await context.Breaches.AsNoTracking().FirstAsync(b => b.DossierId == again.DossierId, cancellationToken));
        foreach (var (key, value) in typed)
            fields[key] = value;
        Appoint(fields, appointed);
        fields[StepFields.SigningProblem] = problem;
        context.Raise(new MatterOpened(again.DossierId, again.Id, Matters.Apology, again.AgencyId, fields, now), now);
    }

    // The head opens a draft that has lain long: the day it proposed may be over, and nobody is to sign that one.
    public async Task<IReadOnlyDictionary<string, string>> ProposeAnewAsync(Guid apologyId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var apology = await context.Apologies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == apologyId && a.State == ApologyState.Waiting, cancellationToken);
        if (apology is null || apology.ProposedDueAt > now)
            return new Dictionary<string, string>();
        var fields = new Dictionary<string, string>();
        Appoint(fields, await ProposeAsync(await context.Dossiers.AsNoTracking().Include(d => d.Steps).FirstAsync(d => d.Id == apology.DossierId, cancellationToken), now, cancellationToken));
        return fields;
    }

    public static bool HasPassed(IReadOnlyDictionary<string, string> fields, DateTimeOffset now) => ApologyRules.Read(fields).TryGet(out var due) && due <= now;

    private static void Appoint(Dictionary<string, string> fields, DateTimeOffset due) =>
        (fields[StepFields.NewDueDay], fields[StepFields.NewDueTime]) = (Write(due, DayShape), Write(due, TimeShape));

    private Dictionary<string, string> Facts(Apology apology, BreachRecord breach) => new()
    {
        [StepFields.BrokenPromise] = Moment(apology.PromisedAt), [StepFields.LateUnit] = Describe(breach),
    };

    // TT 03/2025 and TT 01/2018 word the paper "đến nay chưa giải quyết xong" and ask for more time: once the result is there both would be untrue,
    // so the draft is closed. That the dossier was late, and that nobody apologised in time, stays counted.
    public async Task CloseAsync(Guid dossierId, ApologyClosing because, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var apology in await context.Apologies.Where(a => a.DossierId == dossierId && a.State == ApologyState.Waiting).ToListAsync(cancellationToken))
        {
            apology.Close(because, now);
            context.Raise(new MatterClosed(dossierId, apology.Id, because.ToString(), now), now);
        }
    }

    public string Describe(BreachRecord breach)
    {
        var unit = breach.DepartmentName is { } department ? $"{department}, {breach.AgencyName}" : breach.AgencyName;
        if (breach.StepName is not { } step)
            return unit;
        return breach is { AllowedMinutes: { } allowed, UsedMinutes: { } used } && used > allowed
            ? words.Say("Paper.LateStepOver", step, unit, Hours(used), Hours(allowed))
            : words.Say("Paper.LateStep", step, unit);
    }

    // What is left of the allowances: of open steps what they have not used, and the whole of those still to come; never less than one working day.
    private async Task<DateTimeOffset> ProposeAsync(Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var agency = dossier.ReceivingAgencyId;
        var term = dossier is { AcceptedAt: { } from, OriginalDueAt: { } to } ? (await calendar.BetweenAsync(agency, from, to, cancellationToken)).Minutes : 0;
        var begun = dossier.Steps.Where(s => !s.IsOpinion).GroupBy(s => s.Element).Sum(steps => steps.Max(s => s.AllowedMinutes ?? 0));
        var left = Math.Max(0, term - begun);
        foreach (var open in dossier.Steps.Where(s => s.CompletedAt is null && !s.IsOpinion && s.AllowedMinutes is not null))
            left += Math.Max(0, open.AllowedMinutes!.Value - (await calendar.BetweenAsync(open.AgencyId, open.EnteredAt, now, cancellationToken)).Minutes);
        var proposed = await calendar.AddHoursAsync(agency, now, Math.Max(LeastMinutes, left) / 60m, cancellationToken);
        // Where holidays are not planned that far the head names the day; it is only a proposal.
        return proposed.TryGet(out var found) ? ToHalfHour(found) : now.AddDays(1);
    }

    // Nobody is given an appointment at three past eleven; offices open and close at halves.
    private static DateTimeOffset ToHalfHour(DateTimeOffset at)
    {
        var over = at.UtcTicks % TimeSpan.FromMinutes(30).Ticks;
        return over == 0 ? at : at.AddTicks(TimeSpan.FromMinutes(30).Ticks - over);
    }

    public static string Moment(DateTimeOffset at) => $"{Write(at, TimeShape)} {Write(at, DayShape)}";

    private static string Write(DateTimeOffset at, string shape) => at.ToVietnam().ToString(shape, System.Globalization.CultureInfo.InvariantCulture);

    private static string Hours(int minutes) => (minutes / 60m).ToString("0.#", Kernel.Texts.ReadersCulture.Vietnamese);
}
