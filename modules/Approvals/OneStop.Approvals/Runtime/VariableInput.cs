using System.Globalization;
using FluentValidation.Results;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

internal enum VariableKind
{
    Text,
    Number,
    Truth,

    /// <summary>No value at all.</summary>
    Nothing,
}

/// <summary>A variable as an operator writes it.</summary>
internal sealed record VariableInput(string Name, VariableKind Kind, string Text)
{
    private const int LongestName = 200;

    public object? Value => Kind switch
    {
        VariableKind.Number => Number(Text),
        VariableKind.Truth => Truth(Text),
        VariableKind.Text => TaskCommandRules.Tidy(Text),
        _ => null,
    };

    public static string FieldOf(string part, int number) => $"{part}-{number}";

    public static VariableKind KindOf(object? value) => value switch
    {
        decimal or int or long or double => VariableKind.Number,
        bool => VariableKind.Truth,
        null => VariableKind.Nothing,
        _ => VariableKind.Text,
    };

    public ValidationFailure? Problem(int number)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || Name.Any(char.IsControl))
            return Failure("Name", number, ApprovalErrors.VariableName);
        return Kind switch
        {
            VariableKind.Number when Number(Text) is null => Failure("Value", number, ApprovalErrors.VariableNumber),
            VariableKind.Truth when Truth(Text) is null => Failure("Value", number, ApprovalErrors.VariableTruth),
            VariableKind.Text when Text.Contains('\0', StringComparison.Ordinal) => Failure("Value", number, CommonErrors.BadCharacters),
            VariableKind.Text when Text.Length > TaskCommandRules.LongestComment => Failure("Value", number, CommonErrors.TooLong, TaskCommandRules.LongestComment),
            _ => null,
        };
    }

    private static ValidationFailure Failure(string part, int number, string code, params object?[] args) =>
        new(FieldOf(part, number), code) { ErrorCode = code, CustomState = args };

    // The engine's own writing; a comma would mean thousands to one reader and a fraction to the other.
    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? Truth(string text) => text.Trim() switch { "true" => true, "false" => false, _ => null };
}
