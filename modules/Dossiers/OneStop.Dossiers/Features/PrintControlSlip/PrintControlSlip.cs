using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.PrintControlSlip;

// Phiếu kiểm soát quá trình giải quyết hồ sơ. A command, because each reading of a dossier is recorded.
[Requires(DeskPermissions.ReadUnit)]
internal sealed record PrintControlSlip(Guid DossierId) : ICommand<PrintedSlip>, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal sealed record PrintedSlip(string FileName, byte[] Pdf);

internal sealed class PrintControlSlipHandler(
    DossiersDbContext context, ICallerContext callers, PermissionCatalogue permissions, ITaskAccess tasks, IOrganisationDirectory organisation, IStatutoryForms forms,
    StatutoryPapers papers, AccessLog log, PaperWords words) : IHandler<PrintControlSlip, PrintedSlip>
{
    public async Task<Result<PrintedSlip>> Handle(PrintControlSlip request, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.AsNoTracking().Include(d => d.Steps).FirstOrDefaultAsync(d => d.Id == request.DossierId && d.AcceptedAt != null, cancellationToken);
        if (dossier is null || !(permissions.Allows(callers.Caller, DeskPermissions.ReadUnit, dossier.ReceivingAgencyPath)
            || await tasks.MayReadAsync(callers.Caller, dossier.Id, cancellationToken)))
            return Error.NotFound(DossierErrors.Missing);
        if (await organisation.FindAgencyAsync(dossier.ReceivingAgencyId, cancellationToken) is not { } agency)
            return Error.RuleBroken(DossierErrors.NoCompetentUnit);

        log.Record(dossier.Id, words.Say("Purpose.ControlSlip"));
        var header = await papers.HeaderAsync(dossier, agency, cancellationToken);
        var key = forms.InForce(StatutoryForm.ControlSlip, header.InForceOn!.Value)!.Key;
        var rows = HandOvers.Of(dossier, agency.DeskName);
        var solving = dossier.Steps.OrderBy(s => s.Sequence).Select(HandOvers.UnitOf).FirstOrDefault() ?? dossier.ReceivingAgencyName;
        var others = dossier.Steps.OrderBy(s => s.Sequence).Select(s => s.AgencyName).Where(name => name != dossier.ReceivingAgencyName).Distinct();
        return new PrintedSlip($"{key}-{dossier.Code}.pdf", forms.ControlSlip(new ControlSlipData(header, solving, [.. others], rows)));
    }
}
