using FluentValidation;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ExplainQuestion;

internal sealed class ExplainQuestionValidator : AbstractValidator<ExplainQuestionCommand>
{
    public ExplainQuestionValidator()
    {
        RuleFor(c => c.ConsultationId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Text).ReasonGiven();
    }
}
