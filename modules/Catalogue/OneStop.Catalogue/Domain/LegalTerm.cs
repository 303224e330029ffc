using OneStop.Kernel.Time;

namespace OneStop.Catalogue.Domain;

// A processing time that can be computed with, or the reason why it cannot.
internal sealed record LegalTerm
{
    private LegalTerm(Term? term, string? reason, string origin) => (Term, Reason, Origin) = (term, reason, origin);

    public Term? Term { get; }
    public string? Reason { get; }
    public string Origin { get; }

    public static LegalTerm Of(Term term, string origin) => new(term, null, origin);

    public static LegalTerm Unknown(string reason) => new(null, reason, TermOrigins.None);
}

// Why a published time cannot be computed with; the texts stand in the resources under TermReason.<code>.
internal static class TermReasons
{
    public const string NotPublished = "not_published";
    public const string SeveralStages = "several_stages";
    public const string SeeText = "see_text";
    public const string NoUnit = "no_unit";
    // The column says 1 without a unit and no text says more: the portal's blank.
    public const string Blank = "blank";
    public const string NoReturn = "no_return";
    // The decision itself says that no time is fixed, or leaves it to the agency's own rules.
    public const string NotFixed = "not_fixed";
    public static readonly string[] All = [NotPublished, SeveralStages, SeeText, NoUnit, Blank, NoReturn, NotFixed];

    // Nothing was published that could be read: no deadline that a reader could miss.
    public static bool SaysNothing(string? reason) => reason is NotPublished or Blank;

    // The text gives more than one time, or one that the reader was not sure of: somebody who knows the case can tell.
    public static bool IsByCase(string reason) => reason is SeveralStages or SeeText or NoUnit;

    // By its own words a procedure without a return date: no date is missing.
    public static bool HasNoReturnDate(string? reason) => reason is NoReturn or NotFixed;
}

internal static class TermOrigins
{
    public const string Column = "column";
    public const string Text = "text";
    // The text gives another time for each case; this is the longest of them, the only one that no case exceeds.
    public const string LongestCase = "longest";
    public const string None = "none";
}
