using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ListConsultations;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Runtime;

/// <summary>What a consulted body is shown in the place of the dossier: its question, the files sent with it, and the applicant's name only where that was sent too.</summary>
internal sealed class SentPapers(ApprovalsDbContext context, ConsultationBook book, IDossierDirectory dossiers, IFieldProtector protector)
{
    public async Task<Result<(DossierForOfficer Dossier, ConsultationLine Asked)>> ReadAsync(WorkTask task, Guid consultationId, CancellationToken cancellationToken)
    {
        if (await context.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == consultationId, cancellationToken) is not { } consultation)
            return Error.NotFound(ConsultationErrors.Missing);
        await dossiers.RecordReadingAsync(task.DossierId, task.StepName, cancellationToken);
        var files = await context.ConsultationFiles.AsNoTracking().Where(f => f.ConsultationId == consultationId).ToListAsync(cancellationToken);
        var words = await context.ConsultationMessages.AsNoTracking().Where(m => m.ConsultationId == consultationId).ToListAsync(cancellationToken);
        var papers = files.Where(f => !f.IsAnswer).GroupBy(f => f.Paper).OrderBy(g => g.Key)
            .Select(g => new DossierComponent(g.Key, false, [.. g.Select(f => new DossierFileInfo(f.FileId, f.Name, f.ContentType, f.Length, dossiers.FileUrl(f.FileId)))]));
        var dossier = new DossierForOfficer(
            task.DossierId, task.DossierCode, task.ProcedureCode, task.ProcedureName, task.StatusCode, consultation.AskingUnit, null, null, null,
            new DossierApplicant(task.ApplicantName, null, null, "", null, ""), [], [.. papers], []);
        return (dossier, ConsultationLine.Of(consultation, files, words, task.State == TaskState.Suspended, mayManage: false, mayPassOver: false, protector, dossiers.FileUrl, (await book.WentOnAsync([consultation], cancellationToken))[consultation.Id]));
    }
}
