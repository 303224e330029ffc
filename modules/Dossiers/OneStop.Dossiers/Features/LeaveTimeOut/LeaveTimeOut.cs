using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.LeaveTimeOut;

// An officer who works on the dossier leaves out the time of a named third party, up to its most. An outage, a missing signer or an internal wait is refused
// whoever asks (NĐ 118/2025: a term is the agency's own business), and so is what the procedure itself does not leave out.
[Requires(DeskPermissions.LeaveTimeOut)]
internal sealed record LeaveTimeOut(
    Guid DossierId, ClockGround? Ground, string? Party, string? LegalGround, string? Document, DateOnly? FromDay, TimeOnly? FromTime, int? Limit, TermUnit Unit)
    : ICommand, IAudited
{
    public string AuditSubject => DossierId.ToString();

    public string? AuditReason => LegalGround;
}

internal sealed class LeaveTimeOutHandler(TimeOutDesk desk, DossierClock clock, ClockWords words, TimeProvider time) : IHandler<LeaveTimeOut, Done>
{
    public async Task<Result<Done>> Handle(LeaveTimeOut request, CancellationToken cancellationToken)
    {
        var ground = request.Ground!.Value;
        if (!ClockGrounds.IsThirdParty(ground))
            return Error.RuleBroken(ClockErrors.GroundRefused);
        var entered = await desk.EnterAsync(request.DossierId, cancellationToken);
        if (!entered.TryGet(out var dossier))
            return entered.AsFailure<Done>();
        var allowance = await desk.AllowanceAsync(dossier, cancellationToken);
        if (allowance.IsFailure)
            return allowance.AsFailure<Done>();

        var from = TimeOutDesk.MinuteOf(VietnamTime.FromVietnam(request.FromDay!.Value, request.FromTime!.Value), dossier.AcceptedAt!.Value);
        var limit = new Term(request.Limit!.Value, request.Unit);
        var ends = await clock.EndOfAsync(dossier, limit, from, cancellationToken);
        if (ends.IsFailure)
            return ends.AsFailure<Done>();
        if (allowance.Value is { } most)
        {
            var last = await clock.EndOfAsync(dossier, most, from, cancellationToken);
            if (last.IsFailure)
                return last.AsFailure<Done>();
            if (ends.Value > last.Value)
                return Error.Invalid(TimeOutErrors.LimitTooLong, nameof(request.Limit), words.Say(most));
        }

        var now = time.GetUtcNow();
        var what = new TimeOut(ground, InputText.KeepLine(request.Party), InputText.KeepLine(request.LegalGround), InputText.KeepLine(request.Document), from, limit, ends.Value);
        var left = dossier.LeaveTimeOut(what, desk.Actor, now);
        if (left.IsFailure)
            return left.Errors.Any(e => e.Field == nameof(what.From)) ? Error.Invalid(left.Error.Code, nameof(request.FromDay)) : left;
        return await desk.BegunAsync(dossier, ground, now, cancellationToken);
    }
}
