namespace OneStop.Dossiers.Domain;

// Where a dossier goes: the place it is about and the agency whose desk receives it.
internal sealed record Receiver(string PlaceCode, string PlaceName, Guid AgencyId, string AgencyCode, string AgencyName, string AgencyPath);

// The procedure as it stood when the draft began; the dossier keeps this version to its end.
internal sealed record ProcedureRef(Guid VersionId, string Code, string Name, string Field, string ProcessKey);

internal sealed record SupplementAsk(
    IReadOnlyList<string> Items, string Reason, string? LegalBasis, DateOnly? AnswerBy, Guid AgencyId, string AgencyName, Guid? TaskId = null,
    string? ConsentByName = null, DateOnly? StopsAfter = null);

internal sealed record StepEntry(
    Guid TaskId, string Element, string Name, DossierStatus Status, Guid AgencyId, string AgencyName, string? DepartmentName, DateTimeOffset EnteredAt,
    DateTimeOffset? DueAt, int? AllowedMinutes, string? NameEn = null);

internal sealed record StepOutcome(Guid TaskId, string Outcome, string? Comment, DateTimeOffset CompletedAt, int UsedMinutes);

internal static class ReturnMethods
{
    public const string Online = "online";
    public const string Desk = "desk";
    public const string Post = "post";

    public static IReadOnlyList<string> All { get; } = [Online, Desk, Post];
}
