using OneStop.Kernel.Time;

namespace OneStop.Catalogue.Domain;

// One published text of a procedure with the days it is in force. Never changed but for the day it ends: dossiers stay on theirs.
internal sealed class ProcedureVersion
{
    public Guid Id { get; init; }
    public Guid ProcedureId { get; init; }
    public int Number { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }
    public required string Name { get; init; }
    public string? PlainName { get; init; }
    public required string Ministry { get; init; }
    public required string FieldName { get; init; }
    public string? Decision { get; init; }
    public string? Kind { get; init; }
    public required string Levels { get; init; }
    public required string Audiences { get; init; }
    public required string Agencies { get; init; }
    public string? Authority { get; init; }
    public string? Coordinating { get; init; }
    public string? ReceivingAddress { get; init; }
    public string? Steps { get; init; }
    public string? Conditions { get; init; }
    public string? Note { get; init; }
    public string? Source { get; init; }
    public bool Online { get; init; }
    public List<ProcedureChannel> Channels { get; init; } = [];
    public List<ProcedureComponent> Components { get; init; } = [];
    public List<ProcedureResult> Results { get; init; } = [];
    public List<ProcedureLegalBasis> LegalBases { get; init; } = [];

    public static string Join(IEnumerable<string> values) => string.Join('\n', values);

    public static string[] Split(string joined) => joined.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class ProcedureChannel
{
    public Guid VersionId { get; init; }
    public int Position { get; init; }
    public required string Channel { get; init; }
    public decimal? TermAmount { get; init; }
    public TermUnit? TermUnit { get; init; }
    public string? TermReason { get; init; }
    public required string TermOrigin { get; init; }
    public string? Description { get; init; }
    public List<ProcedureFee> Fees { get; init; } = [];

    public Term? Term => TermAmount is { } amount && TermUnit is { } unit ? new Term(amount, unit) : null;
}

internal sealed class ProcedureFee
{
    public Guid VersionId { get; init; }
    public int ChannelPosition { get; init; }
    public int Position { get; init; }
    public decimal Amount { get; init; }
    public required string Currency { get; init; }
    public string? Note { get; init; }
}

internal sealed class ProcedureComponent
{
    public Guid VersionId { get; init; }
    public int Position { get; init; }
    public required string Name { get; init; }
    public int Originals { get; init; }
    public int Copies { get; init; }
    public bool HasForm { get; init; }
    public string? FormFile { get; init; }
    public string? CaseName { get; init; }
    public required string Kind { get; init; }
    public bool Required { get; init; }
}

internal sealed class ProcedureResult
{
    public Guid VersionId { get; init; }
    public int Position { get; init; }
    public required string Name { get; init; }
    public string? Code { get; init; }
}

internal sealed class ProcedureLegalBasis
{
    public Guid VersionId { get; init; }
    public int Position { get; init; }
    public string? Number { get; init; }
    public string? Title { get; init; }
}
