namespace OneStop.Dossiers.Domain;

internal enum DossierFileKind
{
    Citizen,
    Form,
    Result,

    // What a consulted body has attached to its answer: for those who decide, neither for the citizen nor for the desk.
    Opinion,
}

internal sealed class DossierFile
{
    public const int NameLength = 255;
    public const long MaxBytes = 200L * 1024 * 1024;
    public const int MaxPerDossier = 200;

    public Guid Id { get; init; }
    public Guid DossierId { get; init; }
    public DossierFileKind Kind { get; init; }
    // Component of the procedure for citizens' files; key of the form, such as mau-01, for forms; empty for results.
    public required string ComponentKey { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public long Length { get; init; }
    public required string Sha256 { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public Guid? SupplementRequestId { get; init; }
}
