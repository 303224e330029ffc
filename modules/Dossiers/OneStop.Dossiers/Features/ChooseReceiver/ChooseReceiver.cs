using FluentValidation;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.ChooseReceiver;

// Another place for a draft: who is competent there receives it; what is written and attached stays.
[Requires(Permissions.Own)]
internal sealed record ChooseReceiver(Guid Id, string? PlaceCode) : ICommand<Done>, IAudited
{
    public string? AuditSubject => Id.ToString();
}

internal sealed class ChooseReceiverValidator : AbstractValidator<ChooseReceiver>
{
    public ChooseReceiverValidator() => RuleFor(r => r.PlaceCode).Must(c => c?.Length is > 0 and <= 20).WithErrorCode(DossierErrors.UnknownPlace);
}

internal sealed class ChooseReceiverHandler(OwnDossiers own, ICatalogue catalogue, IOrganisationDirectory organisation, TimeProvider time) : IHandler<ChooseReceiver, Done>
{
    public async Task<Result<Done>> Handle(ChooseReceiver request, CancellationToken cancellationToken)
    {
        if (await own.LockAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        if (!dossier.IsDraft)
            return Error.RuleBroken(DossierErrors.DraftOnly);
        var now = time.GetUtcNow();
        var today = now.VietnamDate();
        if (await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken) is not { } procedure)
            return Error.NotFound(DossierErrors.UnknownProcedure);
        if (await organisation.FindPlaceAsync(request.PlaceCode!, today, cancellationToken) is not { } place)
            return Error.Invalid(DossierErrors.UnknownPlace, nameof(ChooseReceiver.PlaceCode));
        if (await organisation.CompetentAgencyAsync(procedure.Level, procedure.Field, place.Code, today, cancellationToken) is not { } agency)
            return new Error(DossierErrors.NoCompetentUnit, ErrorKind.RuleBroken, nameof(ChooseReceiver.PlaceCode));
        return dossier.ChooseReceiver(new Receiver(place.Code, place.FullName, agency.Id, agency.Code, agency.Name, agency.Path), now);
    }
}
