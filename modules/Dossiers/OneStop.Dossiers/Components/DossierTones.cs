using OneStop.Dossiers.Domain;
using OneStop.Kernel.Time.Clocks;
using OneStop.UI;

namespace OneStop.Dossiers.Components;

internal static class DossierTones
{
    public static Tone Of(DossierStatus status) => status switch
    {
        DossierStatus.Draft => Tone.Neutral,
        DossierStatus.Refused or DossierStatus.Stopped => Tone.Late,
        DossierStatus.SupplementAsked or DossierStatus.PaymentAsked => Tone.Warning,
        DossierStatus.WithdrawalAsked => Tone.Paused,
        DossierStatus.Finished or DossierStatus.Returned => Tone.Done,
        _ => Tone.Info,
    };

    public static Tone Of(DueClass dueClass) => dueClass switch
    {
        DueClass.Early or DueClass.OnTime => Tone.Done,
        DueClass.Late or DueClass.Overdue => Tone.Late,
        DueClass.DueSoon => Tone.Warning,
        DueClass.Waiting => Tone.Paused,
        _ => Tone.Neutral,
    };
}
