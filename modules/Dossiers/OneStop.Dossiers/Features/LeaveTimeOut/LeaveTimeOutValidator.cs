using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.LeaveTimeOut;

internal sealed class LeaveTimeOutValidator : AbstractValidator<LeaveTimeOut>
{
    private const int LongestLimit = 365;

    public LeaveTimeOutValidator()
    {
        RuleFor(r => r.Ground).NotNull().WithErrorCode(TimeOutErrors.GroundMissing);
        Text(r => r.Party, TimeOutErrors.PartyMissing, ClockPause.PartyLength);
        Text(r => r.LegalGround, ClockErrors.LegalGroundMissing, Dossier.ReasonLength);
        Text(r => r.Document, ClockErrors.DocumentMissing, ClockPause.DocumentLength);
        RuleFor(r => r.FromDay).NotNull().WithErrorCode(TimeOutErrors.FromMissing);
        RuleFor(r => r.FromTime).NotNull().WithErrorCode(TimeOutErrors.TimeUnreadable);
        RuleFor(r => r.Limit).NotNull().WithErrorCode(TimeOutErrors.LimitMissing).InclusiveBetween(1, LongestLimit).WithErrorCode(TimeOutErrors.LimitMissing);
        RuleFor(r => r.Unit).IsInEnum().WithErrorCode(TimeOutErrors.LimitMissing);
    }

    private void Text(System.Linq.Expressions.Expression<Func<LeaveTimeOut, string?>> field, string missing, int longest) => RuleFor(field).Cascade(CascadeMode.Stop)
        .Must(text => InputText.KeepLine(text).Length > 0).WithErrorCode(missing)
        .Must(text => InputText.Check(InputText.KeepLine(text), longest) != TextFault.TooLong).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { longest })
        .Must(text => InputText.Check(InputText.KeepLine(text), longest) == TextFault.None).WithErrorCode(CommonErrors.BadCharacters);
}
