using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.ReadTimeOuts;

// What of third parties' time is and was left out of a dossier's term, for who may record it.
[Requires(DeskPermissions.LeaveTimeOut)]
internal sealed record ReadTimeOuts(Guid DossierId) : IQuery<TimeOutsView>;

internal sealed record TimeOutsView(
    string Code, string ProcedureName, DateTimeOffset? DueAt, DateTimeOffset Now, Error? Refused, Term? Left, IReadOnlyList<TimeOutLine> Open, IReadOnlyList<TimeOutLine> Ended);

internal sealed record TimeOutLine(
    ClockGround Ground, string Party, string LegalGround, string Document, DateTimeOffset From, DateTimeOffset Until, Term? Limit)
{
    public static TimeOutLine Of(ClockPause p) =>
        new(p.Ground, p.Party ?? "", p.LegalGround ?? "", p.Document ?? "", p.StartedAt, p.EndedAt ?? p.EndsAt ?? p.StartedAt, p.Limit);
}

internal sealed class ReadTimeOutsHandler(DossiersDbContext context, TimeOutDesk desk, ITaskAccess tasks, ICallerContext callers, TimeProvider time)
    : IHandler<ReadTimeOuts, TimeOutsView>
{
    public async Task<Result<TimeOutsView>> Handle(ReadTimeOuts request, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.AsNoTracking().Include(d => d.Pauses).FirstOrDefaultAsync(d => d.Id == request.DossierId && d.AcceptedAt != null, cancellationToken);
        if (dossier is null || !await tasks.TakesPartAsync(callers.Caller, dossier.Id, cancellationToken))
            return Error.NotFound(DossierErrors.Missing);
        var now = time.GetUtcNow();
        var allowance = await desk.AllowanceAsync(dossier, cancellationToken);
        var refused = allowance.IsFailure ? allowance.Error : dossier.MayLeaveTimeOut(now);
        var lines = dossier.Pauses.Where(p => ClockGrounds.IsThirdParty(p.Ground)).OrderBy(p => p.StartedAt).ToLookup(p => p.EndedAt is null, TimeOutLine.Of);
        return new TimeOutsView(
            dossier.Code ?? "", dossier.ProcedureName, dossier.DueAt, now, refused, allowance.IsSuccess ? allowance.Value : null, [.. lines[true]], [.. lines[false]]);
    }
}
