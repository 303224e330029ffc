using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.ReadMyDossier;

// Everything the owner may know of a dossier, its look-up code and its readers included.
[Requires(Permissions.Own)]
internal sealed record ReadMyDossier(Guid Id) : IQuery<MyDossierView>;

internal sealed class ReadMyDossierHandler(
    DossiersDbContext context, OwnDossiers own, IOrganisationDirectory organisation, IWorkingCalendar calendar, ProtectedFacts facts, LatenessReader lateness, TimeProvider time)
    : IHandler<ReadMyDossier, MyDossierView>
{
    // NĐ 45/2020/NĐ-CP: the desk answers an online dossier within eight working hours.
    private const decimal AnswerHours = 8;
    private const int MostReaders = 200;

    public async Task<Result<MyDossierView>> Handle(ReadMyDossier request, CancellationToken cancellationToken)
    {
        var dossier = await own.All.AsNoTracking().AsSplitQuery()
            .Include(d => d.Files).Include(d => d.History).Include(d => d.Steps).Include(d => d.Supplements).Include(d => d.DeadlineChanges).Include(d => d.Messages).Include(d => d.Pauses.Where(p => p.EndedAt == null))
            .FirstOrDefaultAsync(d => d.Id == request.Id, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);

        var readers = await context.AccessRecords.AsNoTracking().Where(a => a.DossierId == dossier.Id).OrderByDescending(a => a.At).Take(MostReaders)
            .Select(a => new ReaderRow(a.At, a.Name, a.Title, a.Purpose)).ToListAsync(cancellationToken);
        var agency = await organisation.FindAgencyAsync(dossier.ReceivingAgencyId, cancellationToken);
        var note = await context.Set<DueNote>().AsNoTracking().FirstOrDefaultAsync(n => n.DossierId == dossier.Id, cancellationToken);
        return MyDossierView.Of(dossier, facts.LookupCodeOf(dossier), agency, await AnswerByAsync(dossier, cancellationToken), readers) with
        {
            Lateness = await lateness.ReadAsync(dossier.Id, file => DossiersUrls.File(dossier.Id, file), cancellationToken),
            LegalDueAt = dossier.LegalDueAt, LateAt = dossier.LateAt, DueClass = dossier.ClassAt(time.GetUtcNow()), RuleSetKey = dossier.RuleSetKey, Why = note?.ReadLines() ?? [],
            ThirdParties = dossier.ClosedAt is not null ? [] :
            [
                .. dossier.Pauses.Where(p => p.EndedAt is null && p.Party is not null).OrderBy(p => p.StartedAt)
                    .Select(p => new ThirdPartyRow(p.Ground, p.Party!, p.LegalGround, p.Document, p.StartedAt, p.EndsAt)),
            ],
        };
    }

    private async Task<DateTimeOffset?> AnswerByAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        if (dossier is not { Status: DossierStatus.Submitted, SubmittedAt: { } sent })
            return null;
        var from = dossier.Stage == DossierStage.AwaitingReceptionAgain ? dossier.UpdatedAt : sent;
        var by = await calendar.AddHoursAsync(dossier.ReceivingAgencyId, from, AnswerHours, cancellationToken);
        return by.TryGet(out var moment) ? moment : null;
    }
}
