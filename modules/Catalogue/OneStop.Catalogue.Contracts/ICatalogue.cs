using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Catalogue.Contracts;

/// <summary>What other modules may ask about procedures (thủ tục hành chính).</summary>
public interface ICatalogue
{
    /// <summary>The version of a procedure in force on a day; null when the code is unknown.</summary>
    Task<ProcedureVersionInfo?> FindAsync(string code, DateOnly on, CancellationToken cancellationToken);

    /// <summary>One version, in force or not: a dossier keeps the version it was received under. Whether it can be filed is told as of now.</summary>
    Task<ProcedureVersionInfo?> FindVersionAsync(Guid versionId, CancellationToken cancellationToken);
}

/// <summary>A dated version of a procedure, as filing needs it.</summary>
/// <param name="VersionId">The version.</param>
/// <param name="Code">National code, for example <c>1.001193</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Field">Lĩnh vực.</param>
/// <param name="Level">Level whose desk receives it, a code of Organisation's <c>Levels</c>.</param>
/// <param name="ClosedReason">Why it cannot be filed now, or null when it can.</param>
/// <param name="Components">Papers asked for, in order.</param>
/// <param name="Terms">Legal terms per channel; empty when none could be read, for which <see cref="TermGap"/> says why.</param>
/// <param name="Fees">Fees.</param>
/// <param name="Results">What is issued.</param>
/// <param name="ProcessKey">Key of the process definition that solves it.</param>
/// <param name="Form">The electronic form.</param>
public sealed record ProcedureVersionInfo(
    Guid VersionId, string Code, string Name, string Field, string Level, LocalizedText? ClosedReason, IReadOnlyList<ComponentInfo> Components,
    IReadOnlyList<ChannelTerm> Terms, IReadOnlyList<FeeInfo> Fees, IReadOnlyList<ResultInfo> Results, string ProcessKey, FormDefinition Form)
{
    /// <summary>What the text says of the clock beyond the term.</summary>
    public ClockRule Clock { get; init; } = ClockRule.Plain;

    /// <summary>Why there is no term; null when there is one.</summary>
    public TermGap? TermGap { get; init; }
}

/// <summary>Why a procedure has no term that holds for each of its dossiers.</summary>
/// <param name="Kind">Who knows more.</param>
/// <param name="Text">The reason in words, as the procedure's page shows it.</param>
public sealed record TermGap(TermGapKind Kind, string Text);

/// <summary>What a missing term means for a dossier.</summary>
public enum TermGapKind
{
    /// <summary>The text gives a term for each case: who knows the dossier knows which.</summary>
    ByCase,

    /// <summary>Nothing was published.</summary>
    Unpublished,

    /// <summary>By its own words a procedure without a return date.</summary>
    NoReturnDate,
}

/// <summary>What a procedure's text says of its clock: read from the version, so it holds for the dossiers of that version.</summary>
/// <param name="CutOff">The hour after which a dossier counts as the next working day's, or null.</param>
/// <param name="AfterSupplement">What a supplement does to the term.</param>
/// <param name="NewTerm">The term after a supplement, or null.</param>
/// <param name="StopAfter">How long a supplement is waited for, or null when the text sets no end.</param>
/// <param name="ThirdPartyLimit">The most time of third parties that is left out, or null.</param>
/// <param name="LeavesOutThirdParties">Whether the text leaves out time of third parties.</param>
/// <param name="PausesForPayment">Whether the text leaves out the payer's time.</param>
public sealed record ClockRule(
    TimeOnly? CutOff, SupplementMode AfterSupplement, Term? NewTerm, Term? StopAfter, Term? ThirdPartyLimit, bool LeavesOutThirdParties, bool PausesForPayment)
{
    /// <summary>The law's own rule: a supplement pauses, nothing else is left out.</summary>
    public static ClockRule Plain { get; } = new(null, SupplementMode.Pause, null, null, null, false, false);

    /// <summary>The plan of a dossier's clock over a term; null for a procedure without a return date.</summary>
    public ClockPlan PlanOf(Term? term) =>
        new(ClockKind.Dossier, term, CutOff, AfterSupplement, NewTerm, StopAfter, ThirdPartyLimit, PausesForPayment);
}

/// <summary>A paper of the dossier (thành phần hồ sơ).</summary>
/// <param name="Key">Stable within the version.</param>
/// <param name="Name">Name.</param>
/// <param name="Originals">Number of originals asked for.</param>
/// <param name="Copies">Number of copies asked for.</param>
/// <param name="Required">Whether the dossier cannot be sent without it.</param>
/// <param name="Case">The case it belongs to, when the procedure lists papers by case; null when always.</param>
public sealed record ComponentInfo(string Key, string Name, int Originals, int Copies, bool Required, string? Case);

/// <summary>Channels of filing.</summary>
public static class Channels
{
    /// <summary>Trực tuyến.</summary>
    public const string Online = "online";

    /// <summary>Trực tiếp.</summary>
    public const string InPerson = "in_person";

    /// <summary>Dịch vụ bưu chính.</summary>
    public const string Post = "post";
}

/// <summary>The legal term of one channel.</summary>
/// <param name="Channel">Code of <see cref="Channels"/>.</param>
/// <param name="Term">The term.</param>
/// <param name="Text">The term in the words of the decision.</param>
public sealed record ChannelTerm(string Channel, Term Term, string Text);

/// <summary>A fee.</summary>
/// <param name="Amount">Amount in đồng; null when it is set elsewhere (for example by the provincial council).</param>
/// <param name="Description">What it is for, in the words of the decision.</param>
public sealed record FeeInfo(decimal? Amount, string Description);

/// <summary>A result (kết quả).</summary>
/// <param name="Code">Result code <c>KQ…</c>, or null.</param>
/// <param name="Name">Name.</param>
public sealed record ResultInfo(string? Code, string Name);
