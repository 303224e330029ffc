using Microsoft.Extensions.Localization;

namespace OneStop.Approvals.Components;

/// <summary>A kind of post in words: "Cấp xã: Chuyên viên".</summary>
internal static class PostWords
{
    public static string Of(IStringLocalizer texts, string level, string role, string? field) =>
        $"{Word(texts, "Level", level)}: {Word(texts, "Role", role)}{(field is null ? "" : $" ({field})")}";

    // A code that has no word yet is shown as it is.
    private static string Word(IStringLocalizer texts, string kind, string code) => texts[$"{kind}.{code}"] is { ResourceNotFound: false } word ? word : code;
}
