namespace OneStop.Kernel.Time.Rules;

/// <summary>The law of one-stop service between two days. A dossier keeps the set of the day it was received; later law does not touch it.</summary>
/// <param name="Key">Stored on the dossier, for example <c>2025-12</c>: the month the set took force.</param>
/// <param name="Generation"><c>2018</c> (NĐ 61/2018 and its amendments) or <c>2025</c> (NĐ 118/2025 and its amendments).</param>
/// <param name="Forms">Generation of the statutory forms: those of TT 03/2025 came weeks after the decree.</param>
/// <param name="From">First day in force.</param>
/// <param name="Through">Last day in force; null while nothing ends it.</param>
/// <param name="Texts">The decrees and circulars, by number.</param>
/// <param name="FieldTexts">Law of single fields that changes within the sets, by field.</param>
/// <param name="Limits">Limits that hang on the set.</param>
/// <param name="Papers">Names of the papers that pauses rest on.</param>
public sealed record RuleSet(
    string Key, string Generation, string Forms, DateOnly From, DateOnly? Through, IReadOnlyList<string> Texts,
    IReadOnlyDictionary<string, string> FieldTexts, RuleLimits Limits, RulePapers Papers)
{
    /// <summary>Whether the set is in force on the day.</summary>
    public bool IsInForce(DateOnly day) => From <= day && (Through is not { } last || day <= last);

    /// <summary>The law of a field under this set, or null when only the general texts apply.</summary>
    public string? TextOf(string field) => FieldTexts.GetValueOrDefault(field.Trim());

    /// <summary>The decree that carries the set, for grounds of pauses and changes.</summary>
    public string Decree => Texts[0];
}

/// <summary>Limits that hang on a rule set.</summary>
/// <param name="SupplementsPerAgency">How often one agency may ask for supplements while solving, without the consent of a superior; null when the set knew no limit.</param>
/// <param name="Reappointments">How often the appointment may be moved by an apology: hẹn lại (2018), gia hạn (2025).</param>
public sealed record RuleLimits(int? SupplementsPerAgency, int Reappointments);

/// <summary>Names of the papers that pauses rest on, as a rule set calls them.</summary>
/// <param name="Supplement">The request for a supplement; {0} is its number.</param>
/// <param name="Payment">The notice of what is to be paid.</param>
public sealed record RulePapers(string Supplement, string Payment);
