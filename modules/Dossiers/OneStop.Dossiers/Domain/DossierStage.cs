namespace OneStop.Dossiers.Domain;

// Our own finer step. The official status follows from it by one table and is never set alone.
internal enum DossierStage
{
    Draft,
    AwaitingReception,
    AwaitingReceptionAgain,
    Accepted,
    Refused,
    Processing,
    CorrectingResult,
    SupplementBeforeAcceptance,
    SupplementDuringProcessing,
    AwaitingPayment,
    WithdrawalAsked,
    Withdrawn,
    Rejected,
    SupplementTimedOut,
    PaymentTimedOut,
    StoppedByAgency,
    ResultReady,
    Returned,
    ResultRevoked,
    RevokedAfterReturn,
}

internal static class DossierStages
{
    private static readonly Dictionary<DossierStage, DossierStatus> Statuses = new()
    {
        [DossierStage.Draft] = DossierStatus.Draft,
        [DossierStage.AwaitingReception] = DossierStatus.Submitted,
        [DossierStage.AwaitingReceptionAgain] = DossierStatus.Submitted,
        [DossierStage.Accepted] = DossierStatus.Accepted,
        [DossierStage.Refused] = DossierStatus.Refused,
        [DossierStage.Processing] = DossierStatus.Processing,
        [DossierStage.CorrectingResult] = DossierStatus.Processing,
        [DossierStage.SupplementBeforeAcceptance] = DossierStatus.SupplementAsked,
        [DossierStage.SupplementDuringProcessing] = DossierStatus.SupplementAsked,
        [DossierStage.AwaitingPayment] = DossierStatus.PaymentAsked,
        [DossierStage.WithdrawalAsked] = DossierStatus.WithdrawalAsked,
        [DossierStage.Withdrawn] = DossierStatus.Stopped,
        [DossierStage.Rejected] = DossierStatus.Stopped,
        [DossierStage.SupplementTimedOut] = DossierStatus.Stopped,
        [DossierStage.PaymentTimedOut] = DossierStatus.Stopped,
        [DossierStage.StoppedByAgency] = DossierStatus.Stopped,
        [DossierStage.ResultReady] = DossierStatus.Finished,
        [DossierStage.Returned] = DossierStatus.Returned,
        [DossierStage.ResultRevoked] = DossierStatus.Finished,
        [DossierStage.RevokedAfterReturn] = DossierStatus.Returned,
    };

    public static DossierStatus StatusOf(DossierStage stage) => Statuses[stage];
}
