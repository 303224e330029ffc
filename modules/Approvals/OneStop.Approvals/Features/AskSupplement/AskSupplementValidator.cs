using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.AskSupplement;

internal sealed class AskSupplementValidator : AbstractValidator<AskSupplementCommand>
{
    private const int MostItems = 50;
    private const int LongestItem = 1_000;

    public AskSupplementValidator()
    {
        this.CommandRules();
        RuleFor(c => c.Items).Must(items => items is not null && items.Any(item => !string.IsNullOrWhiteSpace(item))).WithErrorCode(ApprovalErrors.ItemsRequired)
            .Must(items => items is null || (items.Count <= MostItems && items.All(item => item.Length <= LongestItem))).WithErrorCode(CommonErrors.TooLong)
            .WithState(_ => new object?[] { LongestItem })
            .Must(items => items is null || !items.Any(item => item.Contains('\0', StringComparison.Ordinal))).WithErrorCode(CommonErrors.BadCharacters);
        RuleFor(c => c.Reason).ReasonGiven();
        RuleFor(c => c.LegalBasis).PlainText(1_000);
    }
}
