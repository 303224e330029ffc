using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

/// <summary>What every command on a task carries. The command id is made once by the page; sending it again changes nothing.</summary>
internal interface ITaskCommand
{
    Guid TaskId { get; }

    Guid CommandId { get; }
}

internal static class TaskCommandRules
{
    public const int LongestComment = 4_000;

    public static void CommandRules<T>(this AbstractValidator<T> validator)
        where T : ITaskCommand
    {
        validator.RuleFor(c => c.TaskId).NotEmpty().WithErrorCode(CommonErrors.Required);
        validator.RuleFor(c => c.CommandId).NotEmpty().WithErrorCode(CommonErrors.Required);
    }

    public static void PlainText<T>(this IRuleBuilderInitial<T, string?> rule, int longest = LongestComment) =>
        rule.Must(text => text is null || text.Length <= longest).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { longest })
            .Must(text => text is null || !text.Contains('\0', StringComparison.Ordinal)).WithErrorCode(CommonErrors.BadCharacters);

    public static void ReasonGiven<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode(ApprovalErrors.ReasonRequired)
            .MaximumLength(LongestComment).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { LongestComment })
            .Must(text => !text.Contains('\0', StringComparison.Ordinal)).WithErrorCode(CommonErrors.BadCharacters);

    /// <summary>As stored: composed, without blanks around it.</summary>
    public static string Tidy(string text) => text.Normalize(System.Text.NormalizationForm.FormC).Trim();
}
