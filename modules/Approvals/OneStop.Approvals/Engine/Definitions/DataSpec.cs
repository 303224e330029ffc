using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Definitions;

/// <summary>What an activity or event takes in and gives out. Names stand for variables; an input's id and name mean the same thing.</summary>
internal sealed record DataSpec
{
    public static readonly DataSpec None = new();

    /// <summary>Properties, inputs and outputs: variables that exist only as long as the activity does.</summary>
    public IReadOnlyList<string> Locals { get; init; } = [];

    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<DataLink> Inputs { get; init; } = [];

    public IReadOnlyList<DataLink> Outputs { get; init; } = [];

    /// <summary>Whether a value of that name is an output, which goes where its associations say.</summary>
    public bool Gives(string name) => Outputs.Any(link => link.Source is { } source && Aliases.GetValueOrDefault(source, source) == Aliases.GetValueOrDefault(name, name));

    public bool IsEmpty => ReferenceEquals(this, None);
}

/// <summary>A data association: a value computed, or one variable copied to another.</summary>
internal sealed record DataLink(string? Source, Expression? Value, string Target);
