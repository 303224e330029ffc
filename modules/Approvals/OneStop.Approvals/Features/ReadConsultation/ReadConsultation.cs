using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReadConsultation;

/// <summary>Which dossier a consultation is about, for the heads of the unit that asks: a question of the process itself has no task that they could open.</summary>
[Requires(Permissions.Work)]
internal sealed record ReadConsultationQuery(Guid ConsultationId) : IQuery<ConsultationPlace>;

internal sealed record ConsultationPlace(Guid DossierId, string DossierCode, string AskingStep, Guid? TaskId);

internal sealed class ReadConsultationHandler(ApprovalsDbContext context, ConsultationGuard guard, ICallerContext callers) : IHandler<ReadConsultationQuery, ConsultationPlace>
{
    public async Task<Result<ConsultationPlace>> Handle(ReadConsultationQuery request, CancellationToken cancellationToken)
    {
        var caller = callers.Caller;
        var consultation = await context.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.ConsultationId, cancellationToken);
        if (consultation is null)
            return Error.NotFound(ConsultationErrors.Missing);
        if (!await guard.MayReadAnswerAsync(caller, consultation, cancellationToken))
            return Error.NotFound(ConsultationErrors.Missing);
        var own = await guard.OwnTasksAsync(caller, consultation.DossierId, cancellationToken);
        return new ConsultationPlace(consultation.DossierId, consultation.DossierCode, consultation.AskingStep, own.Any(t => t.Id == consultation.AskingTaskId) ? consultation.AskingTaskId : null);
    }
}
