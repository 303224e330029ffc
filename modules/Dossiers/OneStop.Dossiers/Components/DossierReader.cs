using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

// Turns a loaded dossier into what case workers read: labels for keys, words for codes, the citizen number masked.
internal sealed class DossierReader(
    DossiersDbContext context, ICatalogue catalogue, IOrganisationDirectory organisation, LatenessReader lateness, ProtectedFacts facts, IStringLocalizer<DeskTexts> texts,
    IStringLocalizer<DossiersTexts> shared, TimeProvider time)
{
    // Needs the files and the history loaded.
    public async Task<DossierForOfficer> ReadAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var procedure = await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken);
        return new DossierForOfficer(
            dossier.Id, dossier.PublicCode ?? "", dossier.ProcedureCode, dossier.ProcedureName, (int)dossier.Status, dossier.ReceivingAgencyName,
            dossier.SubmittedAt, dossier.AcceptedAt, dossier.DueAt, ApplicantOf(dossier.Applicant), await AnswersAsync(dossier, procedure, cancellationToken),
            ComponentsOf(dossier, procedure), HistoryOf(dossier))
        {
            Lateness = await lateness.ReadAsync(dossier.Id, DeskUrls.StaffFile, cancellationToken),
            OriginalDueAt = dossier.OriginalDueAt, LegalDueAt = dossier.LegalDueAt, LateAt = dossier.LateAt, DueClass = dossier.ClassAt(time.GetUtcNow()),
            WhyDue = (await context.Set<DueNote>().AsNoTracking().FirstOrDefaultAsync(n => n.DossierId == dossier.Id, cancellationToken))?.ReadLines() ?? [],
        };
    }

    // Needs the files loaded.
    public async Task<IReadOnlyList<DossierComponent>> PapersAsync(Dossier dossier, CancellationToken cancellationToken) =>
        ComponentsOf(dossier, await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken));

    public static DossierFileInfo FileOf(DossierFile file) => new(file.Id, file.Name, file.ContentType, file.Length, DeskUrls.StaffFile(file.Id));

    private DossierApplicant ApplicantOf(Applicant applicant) => new(
        applicant.Name, facts.MaskedCitizenNumberOf(applicant), applicant.BirthDate, applicant.Phone, applicant.Email, applicant.Address);

    private async Task<IReadOnlyList<DossierAnswer>> AnswersAsync(Dossier dossier, ProcedureVersionInfo? procedure, CancellationToken cancellationToken)
    {
        var given = facts.AnswersOf(dossier);
        var read = new List<DossierAnswer>();
        foreach (var field in procedure?.Form.Sections.SelectMany(s => s.Fields) ?? [])
        {
            if (given.TryGetValue(field.Key, out var value) && value.Length > 0)
                read.Add(new DossierAnswer(field.Key, field.Label.ToString(), await ValueAsync(field, value, dossier, cancellationToken)));
        }

        return read;
    }

    private async Task<string> ValueAsync(FormField field, string value, Dossier dossier, CancellationToken cancellationToken)
    {
        if (field.Kind == FormFieldKind.CitizenNumber)
            return ProtectedFacts.Mask(value);
        var place = field.Kind == FormFieldKind.Place
            ? await organisation.FindPlaceAsync(value, dossier.CreatedAt.VietnamDate(), cancellationToken)
            : null;
        return AnswerWords.ForReading(field, value, _ => place?.FullName);
    }

    private static IReadOnlyList<DossierComponent> ComponentsOf(Dossier dossier, ProcedureVersionInfo? procedure)
    {
        var files = dossier.Files.Where(f => f.Kind == DossierFileKind.Citizen).OrderBy(f => f.AddedAt).ToLookup(f => f.ComponentKey);
        var asked = procedure is null ? [] : PaperRules.Of(procedure, dossier.Case).ToArray();
        var known = asked.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. asked.Select(c => new DossierComponent(c.Name, c.Required, [.. files[c.Key].Select(FileOf)])),
            .. files.Where(g => !known.Contains(g.Key)).Select(g => new DossierComponent(g.Key, false, [.. g.Select(FileOf)])),
        ];
    }

    private IReadOnlyList<DossierHistoryLine> HistoryOf(Dossier dossier) =>
    [
        .. dossier.History.Where(h => h.Deed != DossierDeed.Start).OrderBy(h => h.Sequence)
            .Select(h => new DossierHistoryLine(h.At, Describe(h), ActorOf(h), h.Comment)),
    ];

    private string Describe(HistoryEntry entry) => entry.Deed is DossierDeed.EnterStep or DossierDeed.CompleteStep or DossierDeed.MoveStep
        ? $"{shared[$"Deed.{entry.Deed}"]}: {entry.Subject}"
        : shared[$"Deed.{entry.Deed}"];

    private string ActorOf(HistoryEntry entry) => entry.ActorName.Length == 0 ? texts["History.System"] : entry.OnBehalfOf is { } absent ? texts["History.OnBehalfOf", entry.ActorName, absent] : entry.ActorName;
}
