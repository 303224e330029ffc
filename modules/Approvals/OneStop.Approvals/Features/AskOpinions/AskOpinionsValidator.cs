using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.AskOpinions;

internal sealed class AskOpinionsValidator : AbstractValidator<AskOpinionsCommand>
{
    public const int MostBodies = 20;
    public const int MostDays = 60;

    public AskOpinionsValidator()
    {
        this.CommandRules();
        RuleFor(c => c.Bodies).Cascade(CascadeMode.Stop)
            .Must(b => b is { Count: > 0 }).WithErrorCode(ConsultationErrors.NobodyAsked)
            .Must(b => b.Count <= MostBodies).WithErrorCode(ConsultationErrors.TooManyBodies).WithState(_ => new object?[] { MostBodies })
            .Must(b => b.DistinctBy(x => (x.AgencyId, x.DepartmentId)).Count() == b.Count).WithErrorCode(ConsultationErrors.AskedTwice);
        RuleForEach(c => c.Bodies).ChildRules(body =>
        {
            body.RuleFor(b => b.Questions).Cascade(CascadeMode.Stop)
                .Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode(ConsultationErrors.QuestionsRequired)
                .MaximumLength(TaskCommandRules.LongestComment).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { TaskCommandRules.LongestComment })
                .Must(text => !text.Contains('\0', StringComparison.Ordinal)).WithErrorCode(CommonErrors.BadCharacters);
            body.RuleFor(b => b.WorkingDays).InclusiveBetween(1, MostDays).WithErrorCode(ConsultationErrors.DaysOutOfRange).WithState(_ => new object?[] { MostDays });
            body.RuleFor(b => b.Part).IsInEnum().WithErrorCode(ConsultationErrors.PartRequired);
            body.RuleFor(b => b.Silence).IsInEnum().WithErrorCode(CommonErrors.BadFormat);
            body.RuleFor(b => b.SilenceBasis).PlainText(1_000);
            body.RuleFor(b => b.SilenceBasis).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode(ConsultationErrors.BasisRequired)
                .When(b => b is { Part: ConsultationPart.Decides, Silence: SilenceRule.CountsAsAgreement });
            body.RuleFor(b => b.Files).Must(f => f is { Count: <= 200 }).WithErrorCode(CommonErrors.BadFormat);
        });
    }
}
