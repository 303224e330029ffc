using OneStop.Kernel.Data;

namespace OneStop.Dossiers.Domain;

internal enum RegisterFormat
{
    Pdf = 1,
    Spreadsheet = 2,
}

internal enum RegisterFilter
{
    All = 1,
    Open = 2,
    Done = 3,
    Late = 4,
}

internal enum RegisterExportState
{
    Waiting = 1,
    Running = 2,
    Ready = 3,
    Failed = 4,
}

// One order to write the register of a period to a file. Run again after a crash it writes the same file anew and nothing twice.
internal sealed class RegisterExport : IClaimable
{
    public const int MostRows = 100_000;
    public const int MostAttempts = 3;
    public const int ScopeLength = 4000;

    public Guid Id { get; init; }
    public Guid RequestedById { get; init; }
    public required string RequestedByName { get; init; }
    public required string AgencyName { get; init; }
    public string? SuperiorAgency { get; init; }
    // What the requester may read, as it was when asked.
    public required string Scope { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public string? ProcedureCode { get; init; }
    public RegisterFilter Filter { get; init; }
    public RegisterFormat Format { get; init; }
    public RegisterExportState State { get; set; } = RegisterExportState.Waiting;
    public int Total { get; set; }
    public int Written { get; set; }
    public int Volumes { get; set; }
    public int Attempts { get; set; }
    public string? Problem { get; set; }
    public string? FileName { get; set; }
    public string? Sha256 { get; set; }
    public long Length { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
    public DateTimeOffset? DueAt { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
}
