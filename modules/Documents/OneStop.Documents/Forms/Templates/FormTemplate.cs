using OneStop.Documents.Contracts;

namespace OneStop.Documents.Forms.Templates;

/// <summary>One wording of one form, as its data file has it. Dates are inclusive.</summary>
internal sealed record FormTemplate
{
    public required StatutoryForm Form { get; init; }

    public required string Set { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public PaperSize Paper { get; init; } = PaperSize.A5;

    /// <summary>Points of the running text.</summary>
    public required double Size { get; init; }

    /// <summary>Points of the agency's and the nation's names.</summary>
    public required double HeaderSize { get; init; }

    public required string Footer { get; init; }

    /// <summary>Words that mark each copy; one unmarked copy when empty.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    public required IReadOnlyList<TemplateBlock> Blocks { get; init; }

    public bool IsInForce(DateOnly day) => (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);
}

internal enum PaperSize
{
    A5,
    A4,
    A4Landscape,
}
