using Microsoft.AspNetCore.Components;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ReviewDossier;

public sealed partial class ReviewDossierPage
{
    private readonly ReceptionForm form = new();
    private DossierReview? review;
    private DossierFileInfo? shownFile;
    private IReadOnlyList<FieldProblem>? problems;
    private string? message;
    private string? fatal;
    private string? done;
    private string? doneForm;
    private bool isStale;
    private bool busy;
    private DateTimeOffset? savedAt;
    private string? receivedBy;
    private DuePreview? due;
    private string? method;
    private IReadOnlyList<Choice> findingChoices = [];
    private IReadOnlyList<Choice> decisionChoices = [];
    private IReadOnlyList<Choice> refusalChoices = [];
    private IReadOnlyList<Choice> methodChoices = [];
    private IReadOnlyList<Choice> unitChoices = [];

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    private bool CanReceive => done is null && review!.Facts is { AcceptedAt: null, Status: (int)DossierStatus.Submitted or (int)DossierStatus.PaymentAsked };

    private string AcceptConsequence => review switch
    {
        { DueError: { } error } => Errors.Describe(error),
        { TermGap: not null } when due is null => T[review.TermGap.Kind == TermGapKind.ByCase ? "Accept.ConsequenceByCase" : "Accept.ConsequenceUnpublished"],
        { TermGap: not null } when due.DueAt is { } found => T["Accept.Consequence", MomentText.DateAndTime(found)],
        { Due.DueAt: { } due } => T["Accept.Consequence", MomentText.DateAndTime(due)],
        _ => T["Accept.ConsequenceNoTerm"],
    };

    protected override async Task OnInitializedAsync()
    {
        findingChoices = [.. new[] { PaperFinding.Complete, PaperFinding.Missing, PaperFinding.Wrong, PaperFinding.NotNeeded }.Select(f => new Choice(f.ToString(), T[$"Finding.{f}"]))];
        decisionChoices = [.. new[] { Decisions.Accept, Decisions.AskSupplement, Decisions.Refuse }.Select(d => new Choice(d, T[$"Decision.{d}"], T[$"Decision.{d}.Hint"]))];
        refusalChoices = [.. RefusalKinds.All.Select(k => new Choice(k, T[$"RefusalKind.{k}"]))];
        unitChoices = [.. Enum.GetNames<TermUnit>().Select(u => new Choice(u, T[$"TermUnit.{u}"]))];
        methodChoices = [.. ReturnMethods.All.Select(m => new Choice(m, T[$"ReturnMethod.{m}"]))];
        await ReadAsync(restore: true);
    }

    private async Task ReadAsync(bool restore)
    {
        var read = await Dispatcher.Send(new ReviewDossier(Id));
        if (!read.TryGet(out var found))
        {
            fatal = Errors.Describe(read.Error);
            return;
        }

        review = found;
        method ??= found.ReturnMethod;
        if (restore && found.Typed is { } typed)
            form.Restore(typed);
        due = found.Due;
        if (found.TermGap is not null)
            await PreviewAsync();
        shownFile ??= found.Papers.SelectMany(p => p.Files).FirstOrDefault();
    }

    // Everything typed stays; only the facts are read anew.
    private async Task ReloadAsync()
    {
        isStale = false;
        Clear();
        await ReadAsync(restore: false);
    }

    private Task MarkAllAsync()
    {
        form.MarkAllComplete(review!.Papers);
        return SaveSheetAsync();
    }

    private Task FindAsync(string key, string? value) =>
        KeepAsync(() => form.Findings[key] = Enum.TryParse<PaperFinding>(value, out var finding) ? finding : PaperFinding.Unchecked);

    private Task NoteAsync(string key, string? note) => KeepAsync(() => form.Notes[key] = note);

    private Task DecideAsync(string? decision) => KeepAsync(() =>
    {
        form.Decision = decision;
        if (decision == Decisions.AskSupplement)
            form.ProposeItems(review!.Papers, (finding, name, note) => T[$"Supplement.Line.{finding}", name, string.IsNullOrWhiteSpace(note) ? "" : $" ({note.Trim()})"]);
    });

    private Task ChooseRefusalAsync(string? kind) => KeepAsync(() =>
    {
        // A ground that was only proposed gives way to the next; one that was edited stays.
        if (string.IsNullOrWhiteSpace(form.LegalBasis) || form.LegalBasis == BasisOf(form.RefusalKind))
            form.LegalBasis = BasisOf(kind);
        form.RefusalKind = kind;
    });

    private string? BasisOf(string? kind) => kind is { Length: > 0 } && RefusalKinds.All.Contains(kind) ? T[$"RefusalBasis.{kind}"].Value : null;

    private Task KeepAsync(Action change)
    {
        change();
        return SaveSheetAsync();
    }

    private async Task ChangeTermAsync(Action change)
    {
        await KeepAsync(change);
        await PreviewAsync();
    }

    // While it is being typed a term that is not yet whole has no date; what is wrong with it is told when it is confirmed.
    private async Task PreviewAsync()
    {
        due = !form.Term.IsEmpty && (await Dispatcher.Send(new PreviewDue.PreviewDue(Id, form.Term))).TryGet(out var found) ? found : null;
    }

    private async Task SaveSheetAsync()
    {
        var saved = await Dispatcher.Send(new SaveReceptionSheet.SaveReceptionSheet(Id, form.ToEntries()));
        if (saved.TryGet(out var at))
            savedAt = at;
    }

    private Task AcceptAsync() => DoAsync(
        new AcceptDossier.AcceptDossier(Id, review!.Version, form.Checks, review.TermGap is null ? null : form.Term), a => T["Accept.Done", a.Code], StatutoryFormKeys.Receipt);

    private Task RefuseAsync()
    {
        var reason = string.IsNullOrWhiteSpace(form.RefusalReason) ? null : Prefixed(form.RefusalReason);
        return DoAsync(new RefuseDossier.RefuseDossier(Id, review!.Version, reason, form.LegalBasis), _ => T["Refuse.Done"], StatutoryFormKeys.Refusal);
    }

    private string Prefixed(string reason) => form.RefusalKind is { Length: > 0 } kind ? $"{T[$"RefusalKind.{kind}"]}: {reason.Trim()}" : reason;

    private Task AskSupplementAsync()
    {
        if (!form.TryReadAnswerBy(out var day))
        {
            Clear();
            problems = [new FieldProblem("AnswerBy", T["Supplement.BadDate"])];
            return Task.CompletedTask;
        }

        return DoAsync(
            new AskSupplementAtDesk.AskSupplementAtDesk(Id, review!.Version, form.SupplementItems, form.SupplementReason, day), _ => T["Supplement.Done"],
            StatutoryFormKeys.Supplement);
    }

    private Task DecideWithdrawalAsync(bool grant) => DoAsync(
        new DecideWithdrawal.DecideWithdrawal(Id, review!.Version, grant, form.WithdrawalReason), _ => T[grant ? "Withdraw.Granted" : "Withdraw.Denied"], null);

    private Task ReturnAsync() => DoAsync(new ReturnResultAtDesk.ReturnResultAtDesk(Id, review!.Version, receivedBy, method), _ => T["Return.Done"], null);

    private async Task DoAsync<TAnswer>(IRequest<TAnswer> request, Func<TAnswer, string> say, string? paper)
    {
        if (busy)
            return;
        busy = true;
        Clear();
        try
        {
            var outcome = await Dispatcher.Send(request);
            if (outcome.TryGet(out var answer))
            {
                done = say(answer);
                doneForm = paper;
                isStale = false;
                await ReadAsync(restore: false);
                return;
            }

            isStale = outcome.Error.Kind == ErrorKind.Conflict;
            problems = Errors.AtFields(outcome.Errors);
            message = isStale ? null : Errors.OfWhole(outcome.Errors);
        }
        finally
        {
            busy = false;
        }
    }

    private void Clear()
    {
        problems = null;
        message = null;
    }
}
