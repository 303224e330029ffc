using Microsoft.AspNetCore.Components;

namespace OneStop.UI;

/// <summary>
/// What every form field has. A field posts <see cref="Name"/> in a plain form and raises its change event on an interactive page,
/// so one page can move from one to the other without being rewritten.
/// </summary>
public abstract class Field : ComponentBase
{
    /// <summary>The name that is posted, such as <c>Input.FullName</c>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>The question or the name of the thing asked for.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Help that is read before answering: the form, an example, where to find it.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is wrong and how to mend it; when absent, the problem of this name in the surrounding form is taken.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Whether an answer is needed. Fields that may stay empty say so in their label.</summary>
    [Parameter] public bool Required { get; set; } = true;

    /// <summary>Whether the field is shown but cannot be changed.</summary>
    [Parameter] public bool Disabled { get; set; }

    /// <summary>The question is the heading of the page: for pages that ask one thing.</summary>
    [Parameter] public bool AsHeading { get; set; }

    /// <summary>Attributes passed on to the input itself.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    [CascadingParameter] internal IReadOnlyList<FieldProblem>? Problems { get; set; }

    internal string Id => FieldIds.For(Name);

    internal string? Problem => Error ?? Problems?.FirstOrDefault(problem => string.Equals(problem.Field, Name, StringComparison.OrdinalIgnoreCase))?.Message;

    internal string? DescribedBy => FieldIds.DescribedBy(Id, Hint, Problem);

    internal string? Invalid => Problem is null ? null : "true";
}
