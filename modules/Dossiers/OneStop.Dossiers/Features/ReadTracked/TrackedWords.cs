using Microsoft.Extensions.Localization;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Time.Clocks;
using OneStop.Organisation.Contracts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ReadTracked;

// The tracked dossier in words: what it waits for, how long is left, the lines behind its date, its way so far.
internal sealed class TrackedWords(IStringLocalizer<TrackingTexts> texts, IStringLocalizer<DossiersTexts> shared, ClockWords clock)
{
    public Tone ToneOf(TrackedDossier d) => d switch
    {
        { Status: DossierStatus.Refused or DossierStatus.Stopped } => Tone.Late,
        { Status: DossierStatus.Finished or DossierStatus.Returned } => Tone.Done,
        { PausedAt: not null } or { Status: DossierStatus.SupplementAsked or DossierStatus.PaymentAsked or DossierStatus.WithdrawalAsked } => Tone.Paused,
        { IsLate: true } => Tone.Late,
        _ => Tone.Info,
    };

    public string? WaitOf(TrackedDossier d) => Waiting(d)?.Value;

    private LocalizedString? Waiting(TrackedDossier d) => d.Status switch
    {
        DossierStatus.Submitted => texts["Wait.AwaitReception"],
        DossierStatus.SupplementAsked => d.AnswerBy is { } by ? texts["Wait.SupplementBy", DateText.Write(by)!] : texts["Wait.Supplement"],
        DossierStatus.PaymentAsked => texts["Wait.Payment"],
        DossierStatus.WithdrawalAsked => texts["Wait.Withdrawal"],
        DossierStatus.Finished => texts["Wait.ToReturn"],
        DossierStatus.Refused => texts["Ended.Refused"],
        DossierStatus.Stopped => texts[d.Stage == DossierStage.Withdrawn ? "Ended.Withdrawn" : "Ended.Stopped"],
        DossierStatus.Returned when d.EndedAt is { } at => texts["Ended.Returned", MomentText.Date(at)],
        _ when d.IsLate => texts["Wait.Late"],
        _ when d.Pauses.FirstOrDefault(p => p.EndedAt is null && ClockGrounds.IsThirdParty(p.Ground)) is { } third => texts["Wait.ThirdParty", clock.Say(third.Ground)],
        _ => null,
    };

    public string? NowAt(TrackedDossier d)
    {
        var open = d.Steps.Where(s => s.CompletedAt is null && (!s.IsOpinion || s.MustDecide)).OrderBy(s => s.IsOpinion).Select(PlaceOf).ToArray();
        return d.Status is DossierStatus.Refused or DossierStatus.Stopped or DossierStatus.Returned || open.Length == 0 ? null : string.Join("; ", open);
    }

    private string PlaceOf(TrackedStep step)
    {
        var unit = step.DepartmentName is null ? step.AgencyName : $"{step.DepartmentName}, {step.AgencyName}";
        return step switch
        {
            { IsOpinion: true, DueAt: { } due } => texts["Result.WaitsForOpinion", unit, MomentText.Date(due)],
            _ => texts["Result.NowAt", StepNames.In(step.Name, step.NameEn), unit],
        };
    }

    public string? LeftOf(TrackedDossier d) => Remaining(d)?.Value;

    private LocalizedString? Remaining(TrackedDossier d) => d switch
    {
        { Left: null } or { Status: DossierStatus.Refused or DossierStatus.Stopped } => null,
        { FinishedAt: not null, IsLate: false } => texts["Result.FinishedInTime"],
        { FinishedAt: not null } => texts["Result.FinishedLate", Span(d.Left)],
        { Left.IsNegative: true, IsLate: false } => texts["Result.DueToday"],
        { Left.IsNegative: true } => texts["Result.LateText", Span(d.Left)],
        { PausedAt: not null } => texts["Result.LeftPaused", Span(d.Left)],
        _ => texts["Result.LeftText", Span(d.Left)],
    };

    public string Span(WorkingSpan span) => WorkingTimeWords.Of(span, texts);

    public IReadOnlyList<TimelineEntry> TimelineOf(TrackedDossier d)
    {
        var entries = new List<TimelineEntry> { new(texts["Track.Sent"], TimelineState.Done, FinishedAt: d.SentAt) };
        if (d.AcceptedAt is { } accepted)
            entries.Add(new TimelineEntry(texts["Track.Received"], TimelineState.Done, d.AgencyName, FinishedAt: accepted));
        entries.AddRange(d.Steps.Select(s => EntryOf(s, d)));
        entries.AddRange(d.Pauses.Select(p => new TimelineEntry(
            clock.Say(p.Ground), p.EndedAt is null ? TimelineState.Paused : TimelineState.Done, null, p.StartedAt, p.EndedAt)));
        if (d is { Status: DossierStatus.Refused or DossierStatus.Stopped, EndedAt: { } stopped })
            entries.Add(new TimelineEntry(shared[$"Status.{(int)d.Status}"], TimelineState.Stopped, d.AgencyName, FinishedAt: stopped));
        if (d is { Status: DossierStatus.Returned, EndedAt: { } returned } && !d.Steps.Any(s => s.CompletedAt >= returned))
            entries.Add(new TimelineEntry(texts["Track.ReturnedStep"], TimelineState.Done, d.AgencyName, FinishedAt: returned));
        return [.. entries.OrderBy(e => e.StartedAt ?? e.FinishedAt)];
    }

    private static TimelineEntry EntryOf(TrackedStep step, TrackedDossier d)
    {
        var state = step.CompletedAt is not null ? TimelineState.Done
            : d.Status is DossierStatus.Refused or DossierStatus.Stopped ? TimelineState.Stopped
            : d.PausedAt is null ? TimelineState.Now : TimelineState.Paused;
        return new TimelineEntry(
            StepNames.In(step.Name, step.NameEn), state, step.DepartmentName is null ? step.AgencyName : $"{step.DepartmentName}, {step.AgencyName}", step.EnteredAt, step.CompletedAt,
            step.UsedMinutes is { } used ? TimeSpan.FromMinutes(used) : null, step.AllowedMinutes is { } allowed ? TimeSpan.FromMinutes(allowed) : null);
    }
}
