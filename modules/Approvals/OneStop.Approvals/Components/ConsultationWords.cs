using Microsoft.Extensions.Localization;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ListConsultations;
using OneStop.Approvals.Resources;
using OneStop.UI;

namespace OneStop.Approvals.Components;

/// <summary>How a consultation stands, in words and colour.</summary>
internal static class ConsultationWords
{
    public static string Standing(ConsultationLine line, IStringLocalizer<ConsultationTexts> texts) => line switch
    {
        { State: ConsultationState.Answered, Stance: { } stance } => texts[$"Stance.{stance}"],
        { State: ConsultationState.Open, WaitsForExplanation: true } => texts["Standing.AskedBack"],
        { State: ConsultationState.Open, SilentSince: not null } => texts["Standing.SilentSoFar"],
        _ => texts[$"Standing.{line.State}"],
    };

    public static Tone ToneOf(ConsultationLine line) => line switch
    {
        { State: ConsultationState.Answered, Stance: Stance.Agrees } => Tone.Done,
        { State: ConsultationState.Answered } => Tone.Warning,
        { State: ConsultationState.Open, WaitsForExplanation: true } => Tone.Warning,
        { State: ConsultationState.Open, SilentSince: not null } => Tone.Late,
        { State: ConsultationState.Open } => Tone.Paused,
        { State: ConsultationState.Silent or ConsultationState.PassedOver } => Tone.Warning,
        _ => Tone.Neutral,
    };

    /// <summary>What must be said of its date: silence that was recorded stays, also when the calendar is changed later; what comes afterwards is not counted.</summary>
    public static IEnumerable<string> Remarks(ConsultationLine line, IStringLocalizer<ConsultationTexts> texts)
    {
        if (line is { State: ConsultationState.Open, SilentSince: { } silent })
            yield return texts["Remark.Silent", MomentText.Clock(silent), MomentText.Date(silent)];
        if (line is { IsAfterwards: true, WentOnAt: { } wentOn })
            yield return texts["Remark.Afterwards", MomentText.Clock(wentOn), MomentText.Date(wentOn)];
    }

    /// <summary>Days of eight office hours, as everywhere.</summary>
    public static string Time(int minutes, IStringLocalizer<ConsultationTexts> texts)
    {
        var (days, hours, rest) = (minutes / 480, minutes % 480 / 60, minutes % 60);
        return days > 0 ? texts["Time.Days", days, hours] : hours > 0 ? texts["Time.Hours", hours, rest] : texts["Time.Minutes", rest];
    }
}
