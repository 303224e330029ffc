using FluentValidation;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.EndTimeOut;

// The third party has answered: the term goes on from the moment its answer came, not from the moment somebody found the time to say so.
[Requires(DeskPermissions.LeaveTimeOut)]
internal sealed record EndTimeOut(Guid DossierId, ClockGround? Ground, DateOnly? UntilDay, TimeOnly? UntilTime, string? Answer) : ICommand, IAudited
{
    public string AuditSubject => DossierId.ToString();

    public string? AuditReason => Answer;
}

internal sealed class EndTimeOutValidator : AbstractValidator<EndTimeOut>
{
    public EndTimeOutValidator()
    {
        RuleFor(r => r.Ground).NotNull().WithErrorCode(TimeOutErrors.GroundMissing);
        RuleFor(r => r.UntilDay).NotNull().WithErrorCode(TimeOutErrors.UntilMissing);
        RuleFor(r => r.UntilTime).NotNull().WithErrorCode(TimeOutErrors.TimeUnreadable);
        RuleFor(r => r.Answer).Must(text => InputText.KeepLine(text).Length <= ClockPause.DocumentLength).WithErrorCode(CommonErrors.TooLong)
            .WithState(_ => new object?[] { ClockPause.DocumentLength });
    }
}

internal sealed class EndTimeOutHandler(TimeOutDesk desk, TimeProvider time) : IHandler<EndTimeOut, Done>
{
    public async Task<Result<Done>> Handle(EndTimeOut request, CancellationToken cancellationToken)
    {
        var entered = await desk.EnterAsync(request.DossierId, cancellationToken);
        if (!entered.TryGet(out var dossier))
            return entered.AsFailure<Done>();
        var began = dossier.Pauses.FirstOrDefault(p => p.EndedAt is null && p.Ground == request.Ground)?.StartedAt ?? dossier.AcceptedAt!.Value;
        var until = TimeOutDesk.MinuteOf(VietnamTime.FromVietnam(request.UntilDay!.Value, request.UntilTime!.Value), began);
        var answer = InputText.KeepLine(request.Answer);
        return await desk.EndAsync(dossier, request.Ground!.Value, answer.Length == 0 ? null : answer, desk.Actor, until, time.GetUtcNow(), cancellationToken);
    }
}
