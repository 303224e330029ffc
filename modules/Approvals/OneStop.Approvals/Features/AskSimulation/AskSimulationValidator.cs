using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.AskSimulation;

internal sealed class AskSimulationValidator : AbstractValidator<AskSimulationCommand>
{
    private const int LongestDays = 500;
    private const int LongestAnswer = 366;
    private const int MostPeople = 1_000;
    private const int MostMinutes = 100_000;

    public AskSimulationValidator()
    {
        RuleFor(c => c.Request.From).NotEmpty().WithErrorCode(CommonErrors.Required).OverridePropertyName(nameof(SimulationRequest.From));
        When(c => c.Request.Source == ArrivalSource.Past, () =>
        {
            RuleFor(c => c.Request.To).NotEmpty().WithErrorCode(CommonErrors.Required).Must((c, to) => to >= c.Request.From).WithErrorCode(ApprovalErrors.PeriodBackwards).OverridePropertyName(nameof(SimulationRequest.To));
            Between(c => c.Request.Percent, nameof(SimulationRequest.Percent), 1, 1_000);
        }).Otherwise(() =>
        {
            Between(c => c.Request.PerDay, nameof(SimulationRequest.PerDay), 1, 20_000);
            Between(c => c.Request.Days, nameof(SimulationRequest.Days), 1, LongestDays);
            Between(c => c.Request.OnlinePercent, nameof(SimulationRequest.OnlinePercent), 0, 100);
            RuleFor(c => c.Request).Must(r => (long)r.PerDay * r.Days <= SimulationSource.MostDossiers).WithErrorCode(ApprovalErrors.SimulationTooLarge).OverridePropertyName(nameof(SimulationRequest.PerDay));
        });
        RuleFor(c => c.Request.SupplementPercent).InclusiveBetween(0, 100).WithErrorCode(ApprovalErrors.OutOfRange).WithState(_ => new object?[] { 0, 100 }).OverridePropertyName(nameof(SimulationRequest.SupplementPercent));
        RuleFor(c => c.Request.SupplementDays).InclusiveBetween(1, LongestAnswer).WithErrorCode(ApprovalErrors.OutOfRange).WithState(_ => new object?[] { 1, LongestAnswer }).OverridePropertyName(nameof(SimulationRequest.SupplementDays));
        RuleFor(c => c.Request.Hours).Must(hours => hours is null || OfficeHours.Read(hours) is not null).WithErrorCode(ApprovalErrors.BadHours).OverridePropertyName(nameof(SimulationRequest.Hours));
        RuleFor(c => c.Request.DaysOff).Must(days => days.Count <= 366).WithErrorCode(CommonErrors.BadFormat).OverridePropertyName(nameof(SimulationRequest.DaysOff));
        RuleFor(c => c.Request.Facts).Must(facts => facts.Count <= 100).WithErrorCode(CommonErrors.BadFormat).OverridePropertyName(nameof(SimulationRequest.Facts));
        RuleFor(c => c.Request.People).Custom((people, check) => Each(check, "People", people, 0, MostPeople));
        RuleFor(c => c.Request.Minutes).Custom((minutes, check) => Each(check, "Minutes", minutes, 0, MostMinutes));
    }

    private void Between(System.Linq.Expressions.Expression<Func<AskSimulationCommand, int>> number, string field, int least, int most) =>
        RuleFor(number).InclusiveBetween(least, most).WithErrorCode(ApprovalErrors.OutOfRange).WithState(_ => new object?[] { least, most }).OverridePropertyName(field);

    private static void Each(ValidationContext<AskSimulationCommand> check, string field, IReadOnlyDictionary<string, int> numbers, int least, int most)
    {
        foreach (var (key, _) in numbers.Where(pair => pair.Value < least || pair.Value > most))
            check.AddFailure(new FluentValidation.Results.ValidationFailure($"{field}-{key}", "") { ErrorCode = ApprovalErrors.OutOfRange, CustomState = new object?[] { least, most } });
    }
}
