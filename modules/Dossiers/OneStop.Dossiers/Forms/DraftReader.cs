using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Forms;

// Puts a stored draft together with its procedure and checks every part of it.
internal sealed class DraftReader(ICatalogue catalogue, IOrganisationDirectory organisation, AnswerRules rules, ProtectedFacts facts, TimeProvider time)
{
    public async Task<Result<Draft>> ReadAsync(Dossier dossier, IReadOnlyList<DossierFile> files, CancellationToken cancellationToken)
    {
        if (await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken) is not { } procedure)
            return Error.NotFound(DossierErrors.UnknownProcedure);

        var answers = AnswersOf(dossier);
        var places = await PlaceNamesAsync(procedure, answers, cancellationToken);
        var sections = SectionsOf(procedure).Select(s => Check(s, answers, places)).ToArray();
        var byComponent = files.ToLookup(f => f.ComponentKey);
        var papers = PapersOf(procedure, dossier.Case).Select(c => new PaperState(c, [.. byComponent[c.Key]])).ToArray();
        return new Draft(dossier, procedure, answers, sections, papers, places);
    }

    public Dictionary<string, string> AnswersOf(Dossier dossier)
    {
        var answers = facts.AnswersOf(dossier);
        if (!answers.ContainsKey(ApplicantForm.Name))
            ApplicantForm.CopyBack(answers, dossier, facts);
        return answers;
    }

    public static IEnumerable<FormSection> SectionsOf(ProcedureVersionInfo procedure) => procedure.Form.Sections.Prepend(ApplicantForm.Section);

    // Papers of other cases of the same procedure are not asked.
    public static IEnumerable<ComponentInfo> PapersOf(ProcedureVersionInfo procedure, string? chosenCase) =>
        procedure.Components.Where(c => c.Case is null || string.Equals(c.Case, chosenCase, StringComparison.Ordinal));

    private SectionCheck Check(FormSection section, Dictionary<string, string> answers, Dictionary<string, string> places)
    {
        var today = time.GetUtcNow().VietnamDate();
        var errors = new List<Error>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var begun = false;
        foreach (var field in section.Fields)
        {
            begun |= answers.ContainsKey(field.Key);
            var answer = rules.Check(field, answers.GetValueOrDefault(field.Key), answers, today, places.ContainsKey);
            values[field.Key] = answer.Value;
            if (answer.Error is not null)
                errors.Add(answer.Error);
        }

        // A page is complete only when somebody has been there, even when all of it may stay empty.
        var state = errors.Count == 0 && (begun || section.Fields.Count == 0) ? PartState.Complete
            : section.Fields.Any(f => answers.GetValueOrDefault(f.Key) is { Length: > 0 }) ? PartState.Begun
            : PartState.Empty;
        return new SectionCheck(section, state, errors, values);
    }

    private async Task<Dictionary<string, string>> PlaceNamesAsync(
        ProcedureVersionInfo procedure, Dictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in procedure.Form.Sections.SelectMany(s => s.Fields).Where(f => f.Kind == FormFieldKind.Place))
        {
            if (answers.GetValueOrDefault(field.Key) is { Length: > 0 and < 20 } code
                && await organisation.FindPlaceAsync(code, time.GetUtcNow().VietnamDate(), cancellationToken) is { } place)
                names[code] = place.FullName;
        }

        return names;
    }
}
