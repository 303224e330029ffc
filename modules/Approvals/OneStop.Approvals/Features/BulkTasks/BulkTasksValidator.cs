using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.BulkTasks;

internal sealed class BulkTasksValidator : AbstractValidator<BulkTasksCommand>
{
    public BulkTasksValidator()
    {
        RuleFor(c => c.DeedId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode(ApprovalErrors.BulkUnknownKind);
        RuleFor(c => c.TaskIds).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode(ApprovalErrors.NoTasks)
            .Must(ids => ids.Count <= BulkDeed.MostTasks).WithErrorCode(ApprovalErrors.TooManyTasks).WithState(_ => new object?[] { BulkDeed.MostTasks });
        RuleFor(c => c.AccountId).Must(id => id is { } account && account != Guid.Empty).When(c => c.Kind is BulkKind.Delegate or BulkKind.Reassign).WithErrorCode(ApprovalErrors.NotAHolder);
        RuleFor(c => c.Confirmed).Equal(true).When(c => c.Kind == BulkKind.Sign).WithErrorCode(ApprovalErrors.SigningUnconfirmed);
        RuleFor(c => c.Reason).PlainText();
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Kind == BulkKind.Reassign).WithErrorCode(ApprovalErrors.ReasonRequired);
        RuleFor(c => c.Action).NotEmpty().When(c => c.Kind is BulkKind.Complete or BulkKind.Sign).WithErrorCode(CommonErrors.Required).MaximumLength(100).WithErrorCode(CommonErrors.BadFormat);
        RuleFor(c => c.Label).NotEmpty().When(c => c.Kind is BulkKind.Complete or BulkKind.Sign).WithErrorCode(CommonErrors.Required).MaximumLength(500).WithErrorCode(CommonErrors.BadFormat);
    }
}
