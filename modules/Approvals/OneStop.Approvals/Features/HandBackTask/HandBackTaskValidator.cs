using FluentValidation;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.HandBackTask;

internal sealed class HandBackTaskValidator : AbstractValidator<HandBackTaskCommand>
{
    private const int LongestAnswers = 100_000;

    public HandBackTaskValidator()
    {
        this.CommandRules();
        RuleFor(c => c.Comment).PlainText();
        RuleFor(c => c.Fields).NotNull().WithErrorCode(CommonErrors.Required)
            .Must(f => f is null || (f.Count <= 100 && f.Sum(answer => answer.Key.Length + (answer.Value?.Length ?? 0)) <= LongestAnswers)).WithErrorCode(CommonErrors.BadFormat);
    }
}
