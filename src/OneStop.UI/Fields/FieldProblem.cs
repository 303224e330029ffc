namespace OneStop.UI;

/// <summary>One thing wrong with a form: shown in the summary on top and under the field itself.</summary>
/// <param name="Field">The name of the field, as posted; empty when the problem is of the whole form.</param>
/// <param name="Message">What is wrong and how to mend it, in the reader's language.</param>
public sealed record FieldProblem(string Field, string Message);
