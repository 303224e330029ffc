namespace OneStop.Documents.Domain;

internal enum PaperStatus
{
    Valid = 1,
    Replaced = 2,
    Revoked = 3,
}

// What anyone may ask of a paper: who issued it, when, and whether it still holds. It names no person.
internal sealed class IssuedPaper
{
    public const int KindLength = 40;
    public const int TitleLength = 300;
    public const int NumberLength = 100;
    public const int AgencyLength = 300;
    public const int DossierCodeLength = 60;
    public const int ReasonLength = 1000;

    public required string Code { get; init; }
    public Guid DossierId { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Number { get; init; }
    public required string AgencyName { get; init; }
    public required string DossierCode { get; init; }
    public required string Sha256 { get; init; }
    public DateTimeOffset IssuedAt { get; init; }
    public PaperStatus Status { get; private set; } = PaperStatus.Valid;
    public DateTimeOffset? EndedAt { get; private set; }
    public string? Reason { get; private set; }
    public string? ReplacedBy { get; private set; }

    // A paper revoked first and replaced afterwards leads to its successor and keeps the reason.
    public void ReplaceBy(string code, DateTimeOffset at)
    {
        Status = PaperStatus.Replaced;
        ReplacedBy = code;
        EndedAt ??= at;
    }

    public void Revoke(string reason, DateTimeOffset at)
    {
        if (Status != PaperStatus.Valid)
            return;
        Status = PaperStatus.Revoked;
        Reason = reason;
        EndedAt = at;
    }
}
