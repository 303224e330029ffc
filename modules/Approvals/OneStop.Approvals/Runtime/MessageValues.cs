using System.Text.Json;
using FluentValidation.Results;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

/// <summary>What a message from outside brings: JSON, as much of it as variables can be.</summary>
internal static class MessageValues
{
    public const int Longest = 100_000;
    private const int LongestName = 200;
    private const int Deepest = 20;

    public static void Check(IReadOnlyDictionary<string, JsonElement> values, Action<ValidationFailure> report)
    {
        if (values.Sum(v => (long)v.Key.Length + Length(v.Value)) > Longest)
            report(Failure("Variables", CommonErrors.TooLong, Longest));
        foreach (var (name, value) in values)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
                report(Failure("Variables", ApprovalErrors.VariableName));
            else if (ProblemOf(value, 1) is { } code)
                report(Failure($"Variables.{name}", code));
        }
    }

    public static IReadOnlyDictionary<string, object?> Read(IReadOnlyDictionary<string, JsonElement> values) =>
        values.ToDictionary(v => v.Key.Trim(), v => StateJson.ReadValue(v.Value), StringComparer.Ordinal);

    private static int Length(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? 0 : value.GetRawText().Length;

    private static string? ProblemOf(JsonElement value, int depth) => value.ValueKind switch
    {
        _ when depth > Deepest => CommonErrors.BadFormat,
        JsonValueKind.Number when !value.TryGetDecimal(out _) => ApprovalErrors.VariableNumber,
        JsonValueKind.String when value.GetString()!.Contains('\0', StringComparison.Ordinal) => CommonErrors.BadCharacters,
        JsonValueKind.Array => value.EnumerateArray().Select(item => ProblemOf(item, depth + 1)).FirstOrDefault(code => code is not null),
        JsonValueKind.Object => value.EnumerateObject().Select(member => ProblemOf(member.Value, depth + 1)).FirstOrDefault(code => code is not null),
        _ => null,
    };

    private static ValidationFailure Failure(string field, string code, params object?[] args) => new(field, code) { ErrorCode = code, CustomState = args };
}
