using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.UI;

/// <summary>Where a page shows the errors of a refused request, in the reader's language.</summary>
public static class ErrorPlacing
{
    /// <summary>Those that belong to a field.</summary>
    /// <param name="texts">Says what an error means.</param>
    /// <param name="errors">All errors of the answer.</param>
    /// <param name="prefix">What the page's field names begin with before the request's.</param>
    public static IReadOnlyList<FieldProblem> AtFields(this IErrorTexts texts, IEnumerable<Error> errors, string prefix = "") =>
        [.. errors.Where(e => e.Field is not null).Select(e => new FieldProblem(prefix + e.Field, texts.Describe(e)))];

    /// <summary>The first that belongs to the whole page; null when there is none.</summary>
    public static string? OfWhole(this IErrorTexts texts, IEnumerable<Error> errors) => errors.FirstOrDefault(e => e.Field is null) is { } error ? texts.Describe(error) : null;
}
