namespace OneStop.Catalogue.Domain;

// The published text of one version, cleaned for plain reading. Immutable: a change is another version.
internal sealed record ProcedureContent
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? PlainName { get; init; }
    public required string Ministry { get; init; }
    public required string Field { get; init; }
    public string? Decision { get; init; }
    public string? Kind { get; init; }
    public IReadOnlyList<string> Levels { get; init; } = [];
    public IReadOnlyList<string> Audiences { get; init; } = [];
    public IReadOnlyList<string> Agencies { get; init; } = [];
    public string? Authority { get; init; }
    public string? Coordinating { get; init; }
    public string? ReceivingAddress { get; init; }
    public string? Steps { get; init; }
    public string? Conditions { get; init; }
    public string? Note { get; init; }
    public string? Source { get; init; }
    public IReadOnlyList<ChannelContent> Channels { get; init; } = [];
    public IReadOnlyList<ComponentContent> Components { get; init; } = [];
    public IReadOnlyList<ResultContent> Results { get; init; } = [];
    public IReadOnlyList<LegalBasisContent> LegalBases { get; init; } = [];
}

internal sealed record ChannelContent(string Channel, LegalTerm Term, string? Description, IReadOnlyList<FeeContent> Fees);

// Free is said only when the source says zero without pointing elsewhere: zero with a note means the fee is set by another text.
internal sealed record FeeContent(decimal Amount, string Currency, string? Note)
{
    public bool SetElsewhere => Amount == 0 && Note is not null;
}

internal sealed record ComponentContent(
    string Name, int Originals, int Copies, bool HasForm, string? FormFile, string? Group, string Kind, bool Required);

internal sealed record ResultContent(string Name, string? Code);

internal sealed record LegalBasisContent(string? Number, string? Title);

internal static class ComponentKinds
{
    public const string Submit = "submit";
    public const string Present = "present";
    public const string Note = "note";
}
