using OneStop.Dossiers.Domain;
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
}
