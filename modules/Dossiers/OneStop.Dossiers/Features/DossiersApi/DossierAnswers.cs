using OneStop.Dossiers.Features.ListMyDossiers;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.DossiersApi;

internal sealed record NewDossier(string? ProcedureCode, string? PlaceCode, string? Case);

internal sealed record CreatedDossier(Guid Id);

// Errors by field key: kept as sent, to be mended before sending.
internal sealed record SavedAnswers(DateTimeOffset SavedAt, IReadOnlyDictionary<string, string[]> Errors)
{
    public static SavedAnswers Of(SaveSection.SavedSection saved, IErrorTexts texts) => new(saved.SavedAt, ByField(saved.Errors, texts));

    public static Dictionary<string, string[]> ByField(IEnumerable<Error> errors, IErrorTexts texts) =>
        errors.GroupBy(e => e.Field ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(texts.Describe).ToArray(), StringComparer.Ordinal);
}

internal sealed record DossierList(IReadOnlyList<DossierListItem> Items, string? Next);

internal sealed record DossierListItem(Guid Id, string? Code, string ProcedureName, int Status, string AgencyName, DateTimeOffset UpdatedAt, DateTimeOffset? DueAt)
{
    public static DossierListItem Of(MyDossierRow row) => new(row.Id, row.Code, row.ProcedureName, (int)row.Status, row.AgencyName, row.UpdatedAt, row.DueAt);
}

internal sealed record DossierAnswer(
    Guid Id, string? Code, string? TemporaryCode, string? LookupCode, int Status, string ProcedureCode, string ProcedureName, string AgencyName, string PlaceName,
    DateTimeOffset? SubmittedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? DueAt, DateTimeOffset? FinishedAt, DateTimeOffset? ReturnedAt, string? CurrentStep,
    IReadOnlyList<FileAnswer> Files, DraftAnswer? Draft, DueAnswer? Due)
{
    public static DossierAnswer Of(MyDossierView view, DraftView? draft, IErrorTexts texts, ClockWords words) => new(
        view.Id, view.Code, view.TemporaryCode, view.LookupCode, (int)view.Status, view.ProcedureCode, view.ProcedureName, view.AgencyName, view.PlaceName,
        view.SubmittedAt, view.AcceptedAt, view.DueAt, view.FinishedAt, view.ReturnedAt, view.CurrentStepName,
        [.. view.Files.Select(f => new FileAnswer(f.Id, f.ComponentKey, f.Name, f.ContentType, f.Length, DossiersUrls.File(view.Id, f.Id)))],
        draft is null ? null : DraftAnswer.Of(draft, texts), view.AcceptedAt is null ? null : DueAnswer.Of(view, words));
}

// When the result is promised and why: facts for programs, and the same in the words of the reader's language.
internal sealed record DueAnswer(
    DateTimeOffset? DueAt, DateTimeOffset? OriginalDueAt, DateTimeOffset? LegalDueAt, DateTimeOffset? PausedAt, string Class, string ClassText, string? RuleSet,
    IReadOnlyList<DueChangeAnswer> Changes, IReadOnlyList<DueLineAnswer> Explanation)
{
    public static DueAnswer Of(MyDossierView view, ClockWords words) => new(
        view.DueAt, view.OriginalDueAt, view.LegalDueAt, view.PausedAt, view.DueClass.ToString(), words.Say(view.DueClass), view.RuleSetKey,
        [.. view.Deadlines.Select(d => new DueChangeAnswer(d.At, d.From, d.To, d.Kind.ToString(), d.Ground, d.Document))],
        [.. view.Why.Select(l => new DueLineAnswer(l.Kind.ToString(), words.Say(l), l.At, l.Until, l.Due, l.Day, l.Name, l.Amount, l.Unit?.ToString(), l.Minutes, l.Ground?.ToString(), l.LegalGround, l.Document))]);
}

internal sealed record DueChangeAnswer(DateTimeOffset At, DateTimeOffset? From, DateTimeOffset? To, string Kind, string Ground, string? Document);

internal sealed record DueLineAnswer(
    string Kind, string Text, DateTimeOffset? At, DateTimeOffset? Until, DateTimeOffset? Due, DateOnly? Day, string? Name, decimal? Amount, string? Unit, int? Minutes,
    string? Ground, string? LegalGround, string? Document);

internal sealed record FileAnswer(Guid Id, string Paper, string Name, string ContentType, long Length, string Url);

// What a client must still fill in.
internal sealed record DraftAnswer(bool Complete, IReadOnlyList<SectionAnswer> Sections, IReadOnlyList<PaperAnswer> Papers)
{
    public static DraftAnswer Of(DraftView draft, IErrorTexts texts) => new(
        draft.IsComplete,
        [.. draft.Sections.Select(s => new SectionAnswer(s.Section.Key, s.Section.Title.ToString(), s.Values, SavedAnswers.ByField(s.Errors, texts)))],
        [.. draft.Papers.Select(p => new PaperAnswer(p.Component.Key, p.Component.Name, p.Component.Required, p.Files.Count))]);
}

internal sealed record SectionAnswer(string Key, string Title, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string[]> Errors);

internal sealed record PaperAnswer(string Key, string Name, bool Required, int Files);
