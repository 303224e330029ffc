namespace OneStop.UI;

/// <summary>One thing wrong with a form: shown in the summary on top and under the field itself.</summary>
/// <param name="Field">The name of the field, as posted; empty when the problem is of the whole form.</param>
/// <param name="Message">What is wrong and how to mend it, in the reader's language.</param>
/// <param name="Label">The field's label, said before the message in the summary, where the field is not in sight; null when the message names it.</param>
public sealed record FieldProblem(string Field, string Message, string? Label = null)
{
    /// <summary>What the summary says.</summary>
    public string Summary => Label is null || Message.Contains(Label, StringComparison.OrdinalIgnoreCase) ? Message : $"{Label}: {Message}";
}
