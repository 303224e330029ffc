using Microsoft.Extensions.Localization;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Resources;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ReadMyDossier;

// The way of a dossier as its owner reads it: done, now, next.
internal sealed class DossierTimeline(MyDossierView view, IStringLocalizer<CitizenTexts> texts, IStringLocalizer<DossiersTexts> words)
{
    public IReadOnlyList<TimelineEntry> Entries() => [.. Reception(), .. Happened().OrderBy(e => e.StartedAt ?? e.FinishedAt), .. Waiting(), .. Ending()];

    // What began at the same moment stays as it is written here: the result before the step that hands it over.
    private IEnumerable<TimelineEntry> Happened() =>
    [
        .. view.Supplements.Where(s => s.AnsweredAt is not null).Select(Answered),
        .. view.FinishedAt is { } finished ? new[] { new TimelineEntry(words["Deed.Finish"], TimelineState.Done, FinishedAt: finished) } : [],
        .. view.Steps.Select(Step),
        .. view.Lateness.Where(l => l.Kind != LatenessKind.Supplements).Select(Late),
    ];

    private TimelineEntry Answered(SupplementView supplement) =>
        new(words["Deed.AskSupplement"], TimelineState.Done, supplement.AgencyName, supplement.AskedAt, supplement.AnsweredAt, Note: supplement.Reason);

    private IEnumerable<TimelineEntry> Reception()
    {
        if (view.SubmittedAt is not { } sent)
            yield break;
        yield return new TimelineEntry(words["Deed.Submit"], TimelineState.Done, view.ApplicantName, FinishedAt: sent);
        if (view.AcceptedAt is { } accepted)
            yield return new TimelineEntry(words["Deed.Accept"], TimelineState.Done, view.AgencyName, FinishedAt: accepted, Note: view.Code);
        else if (view.Status == DossierStatus.Submitted)
            yield return new TimelineEntry(texts["Timeline.Reception"], TimelineState.Now, view.AgencyName, StartedAt: sent);
    }

    private TimelineEntry Step(StepView step) => new(
        step.Name,
        step.CompletedAt is not null ? TimelineState.Done : view.ClosedAt is not null ? TimelineState.Stopped : view.PausedAt is not null ? TimelineState.Paused : TimelineState.Now,
        step.DepartmentName is null ? step.AgencyName : $"{step.DepartmentName}, {step.AgencyName}", step.EnteredAt, step.CompletedAt,
        step.UsedMinutes is { } used ? TimeSpan.FromMinutes(used) : null, step.AllowedMinutes is { } allowed ? TimeSpan.FromMinutes(allowed) : null);

    private TimelineEntry Late(DossierLatenessLine line) => line.Kind switch
    {
        LatenessKind.ApologyWaiting => new TimelineEntry(texts[$"Timeline.{line.Kind}"], TimelineState.Now, StartedAt: line.At, Note: line.Text),
        LatenessKind.Breach or LatenessKind.MissedAgain => new TimelineEntry(texts[$"Timeline.{line.Kind}"], TimelineState.Late, FinishedAt: line.At, Note: line.Text),
        _ => new TimelineEntry(texts[$"Timeline.{line.Kind}"], TimelineState.Done, FinishedAt: line.At, Note: line.Text),
    };

    private IEnumerable<TimelineEntry> Waiting()
    {
        if (view.OpenSupplement is { } open)
            yield return new TimelineEntry(words["Deed.AskSupplement"], TimelineState.Paused, open.AgencyName, StartedAt: open.AskedAt, Note: open.Reason);
        foreach (var third in view.ThirdParties)
            yield return new TimelineEntry(words["Deed.LeaveTimeOut"], TimelineState.Paused, third.Party, StartedAt: third.Since);
        if (view.Status == DossierStatus.PaymentAsked)
            yield return new TimelineEntry(words["Deed.AskPayment"], TimelineState.Paused, view.AgencyName);
        if (view.Status == DossierStatus.WithdrawalAsked)
            yield return new TimelineEntry(words["Deed.AskWithdrawal"], TimelineState.Paused, view.AgencyName, Note: view.History.LastOrDefault(h => h.Deed == DossierDeed.AskWithdrawal)?.Comment);
    }

    private IEnumerable<TimelineEntry> Ending()
    {
        if (view.ClosedAt is { } closed)
        {
            yield return new TimelineEntry(words[$"Status.{(int)view.Status}"], TimelineState.Stopped, view.AgencyName, FinishedAt: closed, Note: view.ClosingReason);
            yield break;
        }

        // The process hands the result over in a step of its own, where it has one.
        if (view.FinishedAt is { } finished && view.Steps.Any(s => s.EnteredAt >= finished))
            yield break;
        if (view.AcceptedAt is null && view.SubmittedAt is not null)
            yield return new TimelineEntry(words["Status.4"], TimelineState.Next);
        yield return view.ReturnedAt is { } returned
            ? new TimelineEntry(words["Deed.Return"], TimelineState.Done, view.AgencyName, FinishedAt: returned)
            : new TimelineEntry(words["Deed.Return"], view.FinishedAt is null ? TimelineState.Next : TimelineState.Now, view.AgencyName);
    }
}
