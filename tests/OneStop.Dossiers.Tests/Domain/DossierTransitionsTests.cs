using OneStop.Dossiers.Domain;
using static OneStop.Dossiers.Domain.DossierStatus;

namespace OneStop.Dossiers.Tests.Domain;

public class DossierTransitionsTests
{
    // The moves that the law and the national portal know, written down apart from the code's table.
    private static readonly Dictionary<DossierStatus, DossierStatus[]> Law = new()
    {
        [Draft] = [Submitted, Accepted],
        [Submitted] = [Accepted, Refused, SupplementAsked, PaymentAsked, WithdrawalAsked],
        [Accepted] = [Accepted, Processing, SupplementAsked, PaymentAsked, WithdrawalAsked],
        [Refused] = [],
        [Processing] = [Processing, SupplementAsked, PaymentAsked, WithdrawalAsked, Stopped, Finished],
        [SupplementAsked] = [Submitted, Accepted, Processing, Stopped, WithdrawalAsked, SupplementAsked],
        [PaymentAsked] = [Accepted, Processing, Stopped, WithdrawalAsked, PaymentAsked],
        [WithdrawalAsked] = [Stopped, Submitted, Accepted, Processing, SupplementAsked, PaymentAsked, WithdrawalAsked],
        [Stopped] = [],
        [Finished] = [Returned, Processing, Finished],
        [Returned] = [Returned],
    };

    private static readonly DossierRole[] Roles = [DossierRole.Citizen, DossierRole.Clerk, DossierRole.Officer, DossierRole.Leader, DossierRole.RecordsClerk, DossierRole.System];

    [Fact]
    public void Table_EveryTarget_IsKnownToTheLaw()
    {
        foreach (var status in Enum.GetValues<DossierStatus>())
        {
            var reached = DossierTransitions.All.Where(t => t.From == status).SelectMany(t => t.To).Distinct().Order();
            Assert.Equal(Law[status].Order(), reached);
        }
    }

    [Fact]
    public void Check_EveryStatusDeedAndRole_AllowsTheTableAndNothingElse()
    {
        foreach (var status in Enum.GetValues<DossierStatus>())
        foreach (var deed in Enum.GetValues<DossierDeed>())
        foreach (var role in Roles)
        {
            var row = DossierTransitions.All.SingleOrDefault(t => t.From == status && t.Deed == deed);

            var result = DossierTransitions.Check(status, deed, role);

            Assert.Equal(row is not null && row.Who.HasFlag(role), result.IsSuccess);
            if (result.IsFailure)
            {
                var expected = row is not null ? DossierErrors.WrongActor : DossierTransitions.IsFinal(status) ? DossierErrors.FinalState : DossierErrors.WrongState;
                Assert.Equal(expected, result.Error.Code);
            }
        }
    }

    [Fact]
    public void Check_NobodyButTheCitizen_SendsADraft() =>
        Assert.All(Roles.Where(r => r != DossierRole.Citizen), role => Assert.True(DossierTransitions.Check(Draft, DossierDeed.Submit, role).IsFailure));

    [Fact]
    public void Table_TheCitizen_NeverDecidesTheirOwnDossier()
    {
        DossierDeed[] own = [DossierDeed.Submit, DossierDeed.ReceiveSupplement, DossierDeed.AskWithdrawal];
        Assert.All(DossierTransitions.All.Where(t => t.Who.HasFlag(DossierRole.Citizen)), t => Assert.Contains(t.Deed, own));
    }

    [Fact]
    public void Withdrawal_OnceTheResultIsSigned_IsTooLate()
    {
        Assert.Null(DossierTransitions.Find(Finished, DossierDeed.AskWithdrawal));
        Assert.Null(DossierTransitions.Find(Returned, DossierDeed.AskWithdrawal));
    }

    [Fact]
    public void StatusOf_EveryStage_HasOne()
    {
        Assert.All(Enum.GetValues<DossierStage>(), stage => Assert.True(Enum.IsDefined(DossierStages.StatusOf(stage))));
        Assert.Equal(Enum.GetValues<DossierStatus>(), Enum.GetValues<DossierStage>().Select(DossierStages.StatusOf).Distinct().Order());
    }
}
