using FluentValidation;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.CompleteTask;

internal sealed class CompleteTaskValidator : AbstractValidator<CompleteTaskCommand>
{
    public CompleteTaskValidator()
    {
        this.CommandRules();
        RuleFor(c => c.Action).NotEmpty().WithErrorCode(CommonErrors.Required).MaximumLength(100).WithErrorCode(CommonErrors.BadFormat);
        RuleFor(c => c.Comment).PlainText();
        RuleFor(c => c.Fields).NotNull().WithErrorCode(CommonErrors.Required).Must(f => f is null || f.Count <= 100).WithErrorCode(CommonErrors.BadFormat);
    }
}
