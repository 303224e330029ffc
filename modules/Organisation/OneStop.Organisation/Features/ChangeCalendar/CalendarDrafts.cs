using System.Resources;
using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Resources;
using OneStop.UI;

namespace OneStop.Organisation.Features.ChangeCalendar;

// A sound change and what follows from it. Preview and confirmation go through the same door, so that what was shown is what is done.
internal sealed record CalendarDraft(
    string Summary, IReadOnlyList<CalendarMove> Moves, IReadOnlyList<(int Year, string Gap)> Gaps, IReadOnlyList<Guid> AgencyIds, Action Apply)
{
    public IReadOnlyList<CalendarMove> Dossiers { get; } = [.. Moves.Where(m => m is { Step: null, To: not null })];

    public IReadOnlyList<CalendarMove> Steps { get; } = [.. Moves.Where(m => m is { Step: not null, To: not null })];

    // Dates that were promised and that the changed calendar could no longer tell.
    public IReadOnlyList<CalendarMove> Uncountable { get; } = [.. Moves.Where(m => m.To is null).DistinctBy(m => m.Id)];
}

internal sealed class CalendarDrafts(
    OrganisationDbContext context, IEnumerable<ICalendarAudience> audiences, ICallerContext callers, PermissionCatalogue permissions, TimeProvider time)
{
    private const int LongestText = 200;
    private static readonly ResourceManager Texts = new(typeof(OrganisationTexts));

    public async Task<Result<CalendarDraft>> DraftAsync(CalendarInput input, CancellationToken cancellationToken)
    {
        var agencies = await context.Agencies.AsNoTracking().ToListAsync(cancellationToken);
        // Holidays and calendars are shared: who changes them answers for every agency that works by them.
        if (callers.Caller.Kind != CallerKind.System && agencies.Exists(a => !permissions.Allows(callers.Caller, OrganisationPermissions.ManageCalendars, a.Path)))
            return Error.Forbidden(OrganisationErrors.OutsideReach);

        var problems = new List<Error>();
        if (input.Ground?.Trim() is not { Length: > 0 and <= 1000 })
            problems.Add(Error.Invalid(OrganisationErrors.GroundRequired, nameof(input.Ground)));
        if (input.Document?.Trim() is not { Length: > 0 and <= 300 })
            problems.Add(Error.Invalid(OrganisationErrors.DocumentRequired, nameof(input.Document)));
        var isDated = input.Deed is not (CalendarDeeds.Create or CalendarDeeds.Assign);
        if (!DateText.TryRead(input.Date, out var date) && isDated)
            problems.Add(Error.Invalid(OrganisationErrors.DateRequired, nameof(input.Date)));

        var table = await context.Holidays.ToDictionaryAsync(h => h.Day, cancellationToken);
        var calendars = await context.Calendars.Include(c => c.Sessions).ToListAsync(cancellationToken);
        var weeks = calendars.ToDictionary(c => c.Code, c => c.Weeks());
        var days = table.Values.Select(h => h.ToSpecialDay()).ToDictionary(d => d.Date);
        var change = input.Deed switch
        {
            CalendarDeeds.Hours => DraftHours(input, date, calendars, weeks, problems),
            CalendarDeeds.Create => DraftCreation(input, calendars, problems),
            CalendarDeeds.Assign => DraftAssignment(input, calendars, agencies, problems),
            _ => DraftDay(input, date, table, days, problems),
        };
        if (problems.Count > 0)
            return problems.OrderBy(problem => Array.IndexOf(input.Order, problem.Field)).ToList();

        var built = new Dictionary<string, WorkingCalendar>();
        foreach (var code in change.Calendars)
        {
            var calendar = WorkingCalendar.Build(CalendarDefinition.ForTable(code, weeks[code], [.. days.Values]));
            if (calendar.IsFailure)
                return calendar.AsFailure<CalendarDraft>();
            built.Add(code, calendar.Value);
        }

        var byAgency = change.Agency is { } only
            ? new Dictionary<Guid, WorkingCalendar> { [only] = built[change.Calendars[0]] }
            : agencies.Where(a => built.ContainsKey(a.CalendarCode)).ToDictionary(a => a.Id, a => built[a.CalendarCode]);
        var moves = new List<CalendarMove>();
        foreach (var audience in audiences)
            moves.AddRange(await audience.MovesAsync(byAgency, cancellationToken));
        var gaps = !isDated || input.Deed == CalendarDeeds.Hours ? [] : HolidayPlan.Missing([.. days.Values], date.Year).Select(gap => (date.Year, gap)).ToList();
        return new CalendarDraft(change.Summary, [.. moves.OrderBy(m => m.From).ThenBy(m => m.Code, StringComparer.Ordinal)], gaps, [.. byAgency.Keys], change.Apply);
    }

    private DraftedChange DraftDay(
        CalendarInput input, DateOnly date, Dictionary<DateOnly, Holiday> table, Dictionary<DateOnly, SpecialDay> days, List<Error> problems)
    {
        var all = context.Calendars.Local.Select(c => c.Code).ToList();
        var before = table.GetValueOrDefault(date);
        if (problems.TrueForAll(p => p.Field != nameof(input.Date)))
        {
            if (input.Deed == CalendarDeeds.Add && before is not null)
                problems.Add(Error.Invalid(OrganisationErrors.DayTaken, nameof(input.Date), before.Name));
            if (input.Deed != CalendarDeeds.Add && before is null)
                problems.Add(Error.Invalid(OrganisationErrors.UnknownDay, nameof(input.Date)));
        }

        if (input.Deed == CalendarDeeds.Remove)
        {
            days.Remove(date);
            return new DraftedChange($"− {DateText.Write(date)} {before?.Name}", all, () => context.Holidays.Remove(before!));
        }

        if (input.Name?.Trim() is not { Length: > 0 and <= LongestText } name)
        {
            problems.Add(Error.Invalid(OrganisationErrors.DayNameRequired, nameof(input.Name)));
            name = "";
        }

        if (input.Kind is not { } kind || !DayKinds.All.Contains(kind))
        {
            problems.Add(Error.Invalid(OrganisationErrors.DayKindRequired, nameof(input.Kind)));
            kind = DayKinds.Holiday;
        }

        var on = DateOf(input, date, table, problems);
        var sessions = Sessions(input.Hours, nameof(input.Hours), problems);
        if (kind == DayKinds.PartOfDay && sessions is { Count: 0 })
            problems.Add(Error.Invalid(OrganisationErrors.DayHoursRequired, nameof(input.Hours)));
        var hours = kind == DayKinds.PartOfDay && sessions is not null ? OfficeHours.Write(sessions) : null;
        var after = new Holiday { Day = on, Name = name, Kind = kind, Hours = hours, Document = input.Document?.Trim(), Certainty = "checked" };
        days.Remove(date);
        days[on] = after.ToSpecialDay();
        var moved = on == date ? "" : $" → {DateText.Write(on)}";
        return new DraftedChange($"{(before is null ? '+' : '±')} {DateText.Write(date)}{moved} {name} {hours}".TrimEnd(), all, () =>
        {
            if (before is not null && on != date)
                context.Holidays.Remove(before);
            if (before is null || on != date)
                context.Holidays.Add(after);
            else
                (before.Name, before.Kind, before.Hours, before.Document, before.Certainty) = (after.Name, after.Kind, after.Hours, after.Document, after.Certainty);
        });
    }

    // Another day for a row that stands, when one was typed.
    private static DateOnly DateOf(CalendarInput input, DateOnly date, Dictionary<DateOnly, Holiday> table, List<Error> problems)
    {
        if (input.Deed != CalendarDeeds.Change || string.IsNullOrWhiteSpace(input.NewDate))
            return date;
        if (!DateText.TryRead(input.NewDate, out var on))
            problems.Add(Error.Invalid(OrganisationErrors.DateRequired, nameof(input.NewDate)));
        else if (on != date && table.GetValueOrDefault(on) is { } taken)
            problems.Add(Error.Invalid(OrganisationErrors.DayTaken, nameof(input.NewDate), taken.Name));
        return on;
    }

    private DraftedChange DraftHours(
        CalendarInput input, DateOnly date, List<OfficeCalendar> calendars, Dictionary<string, IReadOnlyList<WeeklyHours>> weeks, List<Error> problems)
    {
        var calendar = calendars.Find(c => c.Code == input.Calendar);
        if (calendar is null)
            problems.Add(Error.Invalid(OrganisationErrors.UnknownCalendar, nameof(input.Calendar), input.Calendar ?? ""));
        // What was worked on days gone by is a fact.
        if (date < time.GetUtcNow().VietnamDate() && problems.TrueForAll(p => p.Field != nameof(input.Date)))
            problems.Add(Error.Invalid(OrganisationErrors.HoursInThePast, nameof(input.Date)));

        var name = calendar?.Name ?? "";
        var edition = input.Week.SelectMany(day => (Sessions(day.Text, day.Field, problems) ?? []).Select(session => new OfficeSession
        {
            Id = EntityId.New(time.GetUtcNow()), CalendarCode = calendar?.Code ?? "", ValidFrom = date, Day = day.Day, Opens = session.Opens, Closes = session.Closes,
        })).ToList();
        if (edition.Count == 0 && problems.TrueForAll(p => input.Week.All(day => day.Field != p.Field)))
            problems.Add(Error.Invalid(CalendarErrors.NoWorkingDay, nameof(input.Monday), name));
        if (problems.Count > 0 || calendar is null)
            return new DraftedChange("", [], () => { });

        var kept = calendar.Sessions.Where(s => s.ValidFrom != date).Concat(edition).ToList();
        weeks[calendar.Code] = new OfficeCalendar { Code = calendar.Code, Name = name, Sessions = kept }.Weeks();
        var summary = $"{name}, {DateText.Write(date)}: {string.Join("; ", input.Week.Select(d => $"{WeekdayOf(d.Day)} {(string.IsNullOrWhiteSpace(d.Text) ? "–" : d.Text.Trim())}"))}";
        return new DraftedChange(summary.Length > 1000 ? summary[..1000] : summary, [calendar.Code], () =>
        {
            context.Set<OfficeSession>().RemoveRange(calendar.Sessions.Where(s => s.ValidFrom == date));
            context.Set<OfficeSession>().AddRange(edition);
        });
    }

    // A calendar of its own begins as a copy of one that stands; nobody works by it yet.
    private DraftedChange DraftCreation(CalendarInput input, List<OfficeCalendar> calendars, List<Error> problems)
    {
        var source = calendars.Find(c => c.Code == input.Calendar);
        if (source is null)
            problems.Add(Error.Invalid(OrganisationErrors.UnknownCalendar, nameof(input.Calendar), input.Calendar ?? ""));
        if (input.Name?.Trim() is not { Length: > 0 and <= OfficeCalendar.NameLength } name)
        {
            problems.Add(Error.Invalid(OrganisationErrors.CalendarNameRequired, nameof(input.Name)));
            name = "";
        }
        else if (calendars.Exists(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(Error.Invalid(OrganisationErrors.CalendarNameTaken, nameof(input.Name), name));
        }

        if (problems.Count > 0 || source is null)
            return new DraftedChange("", [], () => { });
        var now = time.GetUtcNow();
        var copy = new OfficeCalendar { Code = $"c{EntityId.New(now):N}", Name = name };
        copy.Sessions.AddRange(source.Sessions.Select(s => new OfficeSession
        {
            Id = EntityId.New(now), CalendarCode = copy.Code, ValidFrom = s.ValidFrom, Day = s.Day, Opens = s.Opens, Closes = s.Closes,
        }));
        return new DraftedChange($"+ {name} ← {source.Name}", [], () => context.Calendars.Add(copy));
    }

    private DraftedChange DraftAssignment(CalendarInput input, List<OfficeCalendar> calendars, List<Agency> agencies, List<Error> problems)
    {
        var calendar = calendars.Find(c => c.Code == input.Calendar);
        if (calendar is null)
            problems.Add(Error.Invalid(OrganisationErrors.UnknownCalendar, nameof(input.Calendar), input.Calendar ?? ""));
        var asked = input.Agency?.Trim() ?? "";
        var found = agencies.Where(a => string.Equals(a.Code, asked, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
            found = agencies.FindAll(a => string.Equals(a.Name, asked, StringComparison.OrdinalIgnoreCase));
        if (found.Count != 1)
        {
            problems.Add(found.Count == 0
                ? Error.Invalid(OrganisationErrors.AgencyNotFound, nameof(input.Agency))
                : Error.Invalid(OrganisationErrors.AgencyAmbiguous, nameof(input.Agency), string.Join(", ", found.Take(5).Select(a => a.Code))));
        }
        else if (found[0].CalendarCode == calendar?.Code)
        {
            problems.Add(Error.Invalid(OrganisationErrors.CalendarAssignedAlready, nameof(input.Calendar), found[0].Name));
        }

        if (problems.Count > 0 || calendar is null)
            return new DraftedChange("", [], () => { });
        var agency = found[0];
        return new DraftedChange($"{agency.Name} ({agency.Code}) → {calendar.Name}", [calendar.Code], () => context.Attach(agency).Entity.CalendarCode = calendar.Code, agency.Id);
    }

    // What a change is called stays in the records as it was written then, in the language of the records.
    private static string WeekdayOf(DayOfWeek day) => Texts.GetString($"Weekday.{day}", ReadersCulture.Vietnamese)!;

    private static IReadOnlyList<Session>? Sessions(string? text, string field, List<Error> problems)
    {
        var sessions = OfficeHours.Read(text);
        if (sessions is null || OfficeHours.Write(sessions).Length > 60)
            problems.Add(Error.Invalid(OrganisationErrors.HoursUnreadable, field));
        else if (new DaySchedule([.. sessions]).HasOverlap)
            problems.Add(Error.Invalid(OrganisationErrors.HoursOverlap, field));
        return sessions;
    }

    private sealed record DraftedChange(string Summary, IReadOnlyList<string> Calendars, Action Apply, Guid? Agency = null);
}
