using OneStop.Kernel.Events;

namespace OneStop.Dossiers.Features.OnFormRequested;

internal static class StatutoryFormKeys
{
    public const string Receipt = "mau-01";
    public const string Supplement = "mau-02";
    public const string Refusal = "mau-03";
    public const string Apology = "mau-04";
    public const string StopNotice = "mau-05";
}

// Our own event: the paper is drawn, kept and sent after the desk's transaction, which holds the number series.
// A stream of its own, so that drawing never holds up the dossier's process.
internal sealed record FormRequested(Guid DossierId, string Form, Guid? SupplementId) : IIntegrationEvent
{
    public string StreamKey => $"dossier-form:{DossierId}";

    public static FormRequested Receipt(Guid dossierId) => new(dossierId, StatutoryFormKeys.Receipt, null);

    public static FormRequested Supplement(Guid dossierId, Guid supplementId) => new(dossierId, StatutoryFormKeys.Supplement, supplementId);

    public static FormRequested StopNotice(Guid dossierId) => new(dossierId, StatutoryFormKeys.StopNotice, null);

    public static FormRequested Refusal(Guid dossierId) => new(dossierId, StatutoryFormKeys.Refusal, null);
}
