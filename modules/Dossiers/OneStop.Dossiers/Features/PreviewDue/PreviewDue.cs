using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.PreviewDue;

// The date that a term of the clerk would promise, before anything is promised.
[Requires(DeskPermissions.Receive)]
internal sealed record PreviewDue(Guid DossierId, TermOfCase Term) : IQuery<DuePreview>;

internal sealed class PreviewDueHandler(DossiersDbContext context, DeskScope scope, ICatalogue catalogue, TermRules terms, DossierClock clock, TimeProvider time)
    : IHandler<PreviewDue, DuePreview>
{
    public async Task<Result<DuePreview>> Handle(PreviewDue request, CancellationToken cancellationToken)
    {
        var loaded = await context.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var allowed = scope.Require(loaded, DeskPermissions.Receive);
        if (!allowed.TryGet(out var dossier))
            return allowed.AsFailure<DuePreview>();
        if (await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken) is not { } procedure)
            return Error.RuleBroken(DossierErrors.UnknownProcedure);

        var planned = terms.PlanOf(procedure, dossier.Channel, request.Term);
        return planned.TryGet(out var term)
            ? await clock.PreviewAsync(dossier.ReceivingAgencyId, term.Plan, time.GetUtcNow(), cancellationToken)
            : planned.AsFailure<DuePreview>();
    }
}
