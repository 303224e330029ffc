using OneStop.Kernel.Results;
using static OneStop.Dossiers.Domain.DossierDeed;
using static OneStop.Dossiers.Domain.DossierRole;
using S = OneStop.Dossiers.Domain.DossierStatus;

namespace OneStop.Dossiers.Domain;

// One legal move: who may make it, and where it may lead.
internal sealed record Transition(S From, DossierDeed Deed, DossierRole Who, params S[] To);

// The legal moves between the ten statuses (NĐ 61/2018, NĐ 118/2025 and the national portal's list), and nothing else.
internal static class DossierTransitions
{
    public static IReadOnlyList<Transition> All { get; } =
    [
        new(S.Draft, Submit, Citizen, S.Submitted),
        new(S.Draft, Accept, Clerk, S.Accepted),

        new(S.Submitted, Accept, Clerk, S.Accepted),
        new(S.Submitted, Refuse, Clerk, S.Refused),
        new(S.Submitted, AskSupplement, Clerk, S.SupplementAsked),
        new(S.Submitted, AskPayment, Clerk, S.PaymentAsked),
        new(S.Submitted, AskWithdrawal, Citizen | Clerk, S.WithdrawalAsked),

        new(S.Accepted, EnterStep, DossierRole.System, S.Accepted, S.Processing, S.PaymentAsked),
        new(S.Accepted, CompleteStep, Clerk | Officer | Leader | RecordsClerk | DossierRole.System, S.Accepted),
        new(S.Accepted, AskSupplement, Clerk | Officer, S.SupplementAsked),
        new(S.Accepted, AskPayment, Clerk | Officer | DossierRole.System, S.PaymentAsked),
        new(S.Accepted, AskWithdrawal, Citizen | Clerk, S.WithdrawalAsked),
        new(S.Accepted, MoveDeadline, Leader | DossierRole.System, S.Accepted),
        new(S.Accepted, NoteBreach, DossierRole.System, S.Accepted),
        new(S.Accepted, MoveStep, DossierRole.System, S.Accepted),
        new(S.Accepted, AskOpinion, Officer | DossierRole.System, S.Accepted),
        new(S.Accepted, EndOpinion, Officer | DossierRole.System, S.Accepted),
        new(S.Accepted, LeaveTimeOut, Officer | Leader, S.Accepted),
        new(S.Accepted, EndTimeOut, Officer | Leader | DossierRole.System, S.Accepted),

        new(S.Processing, EnterStep, DossierRole.System, S.Processing, S.PaymentAsked),
        new(S.Processing, CompleteStep, Clerk | Officer | Leader | RecordsClerk | DossierRole.System, S.Processing),
        new(S.Processing, AskSupplement, Clerk | Officer, S.SupplementAsked),
        new(S.Processing, AskPayment, Clerk | Officer | DossierRole.System, S.PaymentAsked),
        new(S.Processing, AskWithdrawal, Citizen | Clerk, S.WithdrawalAsked),
        new(S.Processing, Stop, Leader | DossierRole.System, S.Stopped),
        new(S.Processing, Finish, RecordsClerk | Clerk | DossierRole.System, S.Finished),
        new(S.Processing, MoveDeadline, Leader | DossierRole.System, S.Processing),
        new(S.Processing, NoteBreach, DossierRole.System, S.Processing),
        new(S.Processing, MoveStep, DossierRole.System, S.Processing),
        new(S.Processing, AskOpinion, Officer | DossierRole.System, S.Processing),
        new(S.Processing, EndOpinion, Officer | DossierRole.System, S.Processing),
        new(S.Processing, LeaveTimeOut, Officer | Leader, S.Processing),
        new(S.Processing, EndTimeOut, Officer | Leader | DossierRole.System, S.Processing),

        new(S.SupplementAsked, Accept, Clerk, S.Accepted),
        new(S.SupplementAsked, ReceiveSupplement, Citizen | Clerk, S.Submitted, S.Processing),
        new(S.SupplementAsked, ExpireSupplement, DossierRole.System, S.Stopped),
        // What was left out for a third party may end while the citizen is awaited.
        new(S.SupplementAsked, EndTimeOut, Officer | Leader | DossierRole.System, S.SupplementAsked),
        new(S.SupplementAsked, AskWithdrawal, Citizen | Clerk, S.WithdrawalAsked),
        new(S.SupplementAsked, Stop, Leader | DossierRole.System, S.Stopped),
        // Another branch of the process may go on while one waits for the citizen.
        new(S.SupplementAsked, EnterStep, DossierRole.System, S.SupplementAsked),
        new(S.SupplementAsked, CompleteStep, Clerk | Officer | Leader | RecordsClerk | DossierRole.System, S.SupplementAsked),
        // The head may sign the apology while something else is waited for.
        new(S.SupplementAsked, MoveDeadline, Leader | DossierRole.System, S.SupplementAsked),
        new(S.SupplementAsked, NoteBreach, DossierRole.System, S.SupplementAsked),
        new(S.SupplementAsked, MoveStep, DossierRole.System, S.SupplementAsked),
        new(S.SupplementAsked, AskOpinion, Officer | DossierRole.System, S.SupplementAsked),
        new(S.SupplementAsked, EndOpinion, Officer | DossierRole.System, S.SupplementAsked),

        new(S.PaymentAsked, Accept, Clerk, S.Accepted),
        new(S.PaymentAsked, ConfirmPayment, Clerk | DossierRole.System, S.Accepted, S.Processing, S.PaymentAsked),
        new(S.PaymentAsked, ExpirePayment, DossierRole.System, S.Stopped),
        // What was left out for a third party may end while the citizen is awaited.
        new(S.PaymentAsked, EndTimeOut, Officer | Leader | DossierRole.System, S.PaymentAsked),
        new(S.PaymentAsked, AskWithdrawal, Citizen | Clerk, S.WithdrawalAsked),
        new(S.PaymentAsked, Stop, Leader | DossierRole.System, S.Stopped),
        new(S.PaymentAsked, EnterStep, DossierRole.System, S.PaymentAsked, S.Processing),
        new(S.PaymentAsked, CompleteStep, Clerk | Officer | Leader | RecordsClerk | DossierRole.System, S.PaymentAsked),
        new(S.PaymentAsked, MoveDeadline, Leader | DossierRole.System, S.PaymentAsked),
        new(S.PaymentAsked, NoteBreach, DossierRole.System, S.PaymentAsked),
        new(S.PaymentAsked, MoveStep, DossierRole.System, S.PaymentAsked),
        new(S.PaymentAsked, AskOpinion, Officer | DossierRole.System, S.PaymentAsked),
        new(S.PaymentAsked, EndOpinion, Officer | DossierRole.System, S.PaymentAsked),

        new(S.WithdrawalAsked, ApproveWithdrawal, Clerk, S.Stopped),
        new(S.WithdrawalAsked, RefuseWithdrawal, Clerk, S.Submitted, S.Accepted, S.Processing, S.SupplementAsked, S.PaymentAsked),
        new(S.WithdrawalAsked, Stop, Leader | DossierRole.System, S.Stopped),
        new(S.WithdrawalAsked, EndTimeOut, Officer | Leader | DossierRole.System, S.WithdrawalAsked),
        new(S.WithdrawalAsked, EnterStep, DossierRole.System, S.WithdrawalAsked),
        new(S.WithdrawalAsked, CompleteStep, Clerk | Officer | Leader | RecordsClerk | DossierRole.System, S.WithdrawalAsked),
        new(S.WithdrawalAsked, MoveDeadline, Leader | DossierRole.System, S.WithdrawalAsked),
        new(S.WithdrawalAsked, NoteBreach, DossierRole.System, S.WithdrawalAsked),
        new(S.WithdrawalAsked, MoveStep, DossierRole.System, S.WithdrawalAsked),
        new(S.WithdrawalAsked, AskOpinion, Officer | DossierRole.System, S.WithdrawalAsked),
        new(S.WithdrawalAsked, EndOpinion, Officer | DossierRole.System, S.WithdrawalAsked),

        new(S.Finished, EnterStep, DossierRole.System, S.Finished),
        new(S.Finished, CompleteStep, Clerk | Officer | Leader | RecordsClerk | DossierRole.System, S.Finished),
        new(S.Finished, CorrectResult, Clerk | Leader | DossierRole.System, S.Processing),
        new(S.Finished, Return, Clerk | DossierRole.System, S.Returned),
        new(S.Finished, NoteBreach, DossierRole.System, S.Finished),
        new(S.Finished, MoveStep, DossierRole.System, S.Finished),
        new(S.Finished, AskOpinion, Officer | DossierRole.System, S.Finished),
        new(S.Finished, EndOpinion, Officer | DossierRole.System, S.Finished),
        new(S.Finished, RevokeResult, Leader, S.Finished),

        // The step that handed the result over is itself completed after the hand-over.
        new(S.Returned, CompleteStep, Clerk | DossierRole.System, S.Returned),
        // A result that should not have been given can be called back however long ago it was handed over.
        new(S.Returned, RevokeResult, Leader, S.Returned),
    ];

    private static readonly Dictionary<(S, DossierDeed), Transition> Table = All.ToDictionary(t => (t.From, t.Deed));

    public static bool IsFinal(S status) => status is S.Refused or S.Stopped or S.Returned;

    public static Transition? Find(S from, DossierDeed deed) => Table.GetValueOrDefault((from, deed));

    public static Result<Transition> Check(S from, DossierDeed deed, DossierRole who)
    {
        if (Find(from, deed) is not { } transition)
            return DossierErrors.NotInThisState(from, deed);
        return (transition.Who & who) == 0 ? DossierErrors.NotYours(deed) : transition;
    }
}
