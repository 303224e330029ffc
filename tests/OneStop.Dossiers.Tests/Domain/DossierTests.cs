using FsCheck;
using FsCheck.Fluent;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using static OneStop.Dossiers.Tests.Domain.DossierBuilder;

namespace OneStop.Dossiers.Tests.Domain;

public class DossierTests
{
    public static TheoryData<int> Statuses => [.. Enum.GetValues<DossierStatus>().Select(s => (int)s)];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void AnyDeed_InAnyStatus_SucceedsExactlyWhenTheTableAllowsIt(int code)
    {
        var status = (DossierStatus)code;
        foreach (var (deed, run) in Deeds)
        {
            var dossier = In(status);
            var lines = dossier.HistoryCount;

            var done = run(dossier);

            var allowed = DossierTransitions.Find(status, deed) is not null && !IsGuarded(status, deed);
            Assert.True(allowed == done, $"{deed} in {status}: {done}");
            Assert.Equal(done ? lines + 1 : lines, dossier.HistoryCount);
            if (!done)
                Assert.Equal(status, dossier.Status);
        }
    }

    [Fact]
    public void RandomDeeds_InAnyOrder_KeepTheChainWholeAndTheMovesLegal() =>
        Prop.ForAll(Gen.Elements(Deeds).ListOf(30).ToArbitrary(), deeds =>
        {
            var dossier = Draft();
            foreach (var (deed, run) in deeds)
            {
                var before = dossier.Status;
                if (run(dossier))
                    Assert.Contains(dossier.Status, DossierTransitions.Find(before, deed)!.To);
                else
                    Assert.Equal(before, dossier.Status);
                Assert.Equal(DossierStages.StatusOf(dossier.Stage), dossier.Status);
            }

            Assert.Equal(ChainCheck.Whole, HistoryChain.Verify(dossier.History, dossier.HistoryCount, dossier.LastHistoryHash));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Accept_FromACounterDraft_IsLegalWithoutSending()
    {
        var dossier = Draft(Channels.InPerson);

        Assert.True(dossier.Accept("H26.1.1-260121-0001", DueDates.None, Clerk, Now).IsSuccess);

        Assert.Equal(Now, dossier.SubmittedAt);
        Assert.Equal(DossierStatus.Accepted, dossier.Status);
    }

    [Fact]
    public void Supplement_AfterAcceptance_StopsTheClockAndMovesTheAppointment()
    {
        var dossier = In(DossierStatus.SupplementAsked);
        var original = dossier.DueAt;
        Assert.Equal(Now, dossier.PausedAt);

        Assert.True(dossier.ReceiveSupplement(DueDates.By(Now.AddDays(25)), "Đã bổ sung", Owner, Now.AddDays(5)).IsSuccess);

        Assert.Null(dossier.PausedAt);
        Assert.Equal(original, dossier.OriginalDueAt);
        Assert.Equal(Now.AddDays(25), dossier.DueAt);
        Assert.Equal(Now.AddDays(5), Assert.Single(dossier.Pauses).EndedAt);
        Assert.Equal(original, Assert.Single(dossier.DeadlineChanges).FromDueAt);
        Assert.Equal(DossierStatus.Processing, dossier.Status);
    }

    [Fact]
    public void Supplement_BeforeAcceptance_GoesBackToTheDeskWithoutAClock()
    {
        var dossier = In(DossierStatus.Submitted);
        Assert.True(dossier.AskSupplement(Ask, Clerk, Now).IsSuccess);
        Assert.Null(dossier.PausedAt);
        Assert.True(dossier.CanEditFacts);

        Assert.True(dossier.ReceiveSupplement(DueDates.None, null, Owner, Now).IsSuccess);

        Assert.Equal(DossierStage.AwaitingReceptionAgain, dossier.Stage);
        Assert.Null(dossier.OpenSupplement);
    }

    [Theory]
    [InlineData((int)DossierStatus.Submitted)]
    [InlineData((int)DossierStatus.Accepted)]
    [InlineData((int)DossierStatus.Processing)]
    [InlineData((int)DossierStatus.SupplementAsked)]
    [InlineData((int)DossierStatus.PaymentAsked)]
    public void Withdrawal_Refused_GoesBackToWhereItWas(int code)
    {
        var dossier = In((DossierStatus)code);
        var stage = dossier.Stage;
        Assert.True(dossier.AskWithdrawal("Tôi đổi ý", Owner, Now).IsSuccess);

        Assert.True(dossier.RefuseWithdrawal("Kết quả sắp được ký", Clerk, Now).IsSuccess);

        Assert.Equal(stage, dossier.Stage);
    }

    [Fact]
    public void EnterStep_ToldTwice_IsRecordedOnce()
    {
        var dossier = In(DossierStatus.Accepted);
        var step = Step();

        Assert.True(dossier.EnterStep(step, Now).IsSuccess);
        Assert.True(dossier.EnterStep(step, Now).IsSuccess);

        Assert.Single(dossier.Steps);
        Assert.Equal("Thẩm định", dossier.CurrentStepName);
    }

    [Fact]
    public void EnterStep_WhileTheCitizenIsAwaited_MovesNothing()
    {
        var dossier = In(DossierStatus.SupplementAsked);

        Assert.True(dossier.EnterStep(Step(name: "Lấy ý kiến"), Now).IsSuccess);

        Assert.Equal(DossierStatus.SupplementAsked, dossier.Status);
        Assert.Equal(2, dossier.Steps.Count);
    }

    [Fact]
    public void Return_WithAFeeOpen_WaitsForThePayment()
    {
        var dossier = In(DossierStatus.PaymentAsked);
        Assert.True(dossier.IsPaymentOpen);
        Assert.True(dossier.ConfirmPayment(dossier.Dates(), Clerk, Now).IsSuccess);
        Assert.True(dossier.Finish(Records, Now).IsSuccess);

        Assert.True(dossier.CanDownloadResult);
        Assert.True(dossier.Return(null, Clerk, Now).IsSuccess);
    }

    [Fact]
    public void Chain_AnyChangedLine_IsFound()
    {
        var dossier = In(DossierStatus.Returned);
        var lines = dossier.History.ToArray();
        var forged = new HistoryEntry
        {
            Id = lines[2].Id, DossierId = lines[2].DossierId, Sequence = 3, At = lines[2].At.AddDays(-1), Deed = lines[2].Deed, FromStatus = lines[2].FromStatus,
            ToStatus = lines[2].ToStatus, ActorName = lines[2].ActorName, PreviousHash = lines[2].PreviousHash,
        }.Sealed();

        Assert.Equal(ChainFault.Broken, HistoryChain.Verify([.. lines[..2], forged, .. lines[3..]], dossier.HistoryCount, dossier.LastHistoryHash).Fault);
        Assert.Equal(ChainFault.Missing, HistoryChain.Verify([.. lines[..2], .. lines[3..]], dossier.HistoryCount, dossier.LastHistoryHash).Fault);
        Assert.Equal(ChainFault.Truncated, HistoryChain.Verify(lines[..^1], dossier.HistoryCount, dossier.LastHistoryHash).Fault);
    }

    [Fact]
    public void Codes_AreReadableAndAsTheLawWantsThem()
    {
        Assert.Equal("H26.11.22-260121-0007", DossierNumber.Format("H26.11.22", new DateOnly(2026, 1, 21), 7));
        Assert.Equal("H26.11.22-260121-12345", DossierNumber.Format("H26.11.22", new DateOnly(2026, 1, 21), 12345));
        Assert.Equal("ABC234", ReadableCode.Normalise(" abc-2 34 "));
        Assert.Matches("^T260121-[2-9A-HJ-NP-Z]{8}$", TemporaryCode.New(new DateOnly(2026, 1, 21)));
        Assert.Equal("nguyen thi anh dao", SearchName.Of(" Nguyễn  Thị Ánh Đào "));
    }

    private static readonly (DossierDeed Deed, Func<Dossier, bool> Run)[] Deeds =
    [
        (DossierDeed.Submit, d => d.Submit("T260121-ABCDEFGH", "protected", "hash", Owner, Now).IsSuccess),
        (DossierDeed.Accept, d => d.Accept("H26.1.1-260121-0002", DueDates.By(Now.AddDays(20)), Clerk, Now).IsSuccess),
        (DossierDeed.Refuse, d => d.Refuse("Không thuộc thẩm quyền", "NĐ 118/2025/NĐ-CP", Clerk, Now).IsSuccess),
        (DossierDeed.AskSupplement, d => d.AskSupplement(Ask, Clerk, Now).IsSuccess),
        (DossierDeed.ReceiveSupplement, d => d.ReceiveSupplement(d.Dates(), null, Owner, Now).IsSuccess),
        (DossierDeed.ExpireSupplement, d => d.ExpireSupplement("Quá hạn bổ sung", Now).IsSuccess),
        (DossierDeed.AskPayment, d => d.AskPayment(8_000, true, Clerk, Now).IsSuccess),
        (DossierDeed.ConfirmPayment, d => d.ConfirmPayment(d.Dates(), Clerk, Now).IsSuccess),
        (DossierDeed.ExpirePayment, d => d.ExpirePayment("Quá hạn nộp phí", Now).IsSuccess),
        (DossierDeed.EnterStep, d => d.EnterStep(Step(), Now).IsSuccess),
        (DossierDeed.AskWithdrawal, d => d.AskWithdrawal("Tôi đổi ý", Owner, Now).IsSuccess),
        (DossierDeed.ApproveWithdrawal, d => d.ApproveWithdrawal(null, Clerk, Now).IsSuccess),
        (DossierDeed.RefuseWithdrawal, d => d.RefuseWithdrawal("Kết quả sắp được ký", Clerk, Now).IsSuccess),
        (DossierDeed.Stop, d => d.Stop("Người nộp đề nghị", null, Leader, Now).IsSuccess),
        (DossierDeed.Finish, d => d.Finish(Records, Now).IsSuccess),
        (DossierDeed.CorrectResult, d => d.CorrectResult("Sai họ tên", Leader, Now).IsSuccess),
        (DossierDeed.RevokeResult, d => d.RevokeResult("Cấp sai thẩm quyền", Leader, Now).IsSuccess),
        (DossierDeed.Return, d => d.Return(null, Clerk, Now).IsSuccess),
        (DossierDeed.MoveDeadline, d => d.MoveDeadline(Now.AddDays(30), "Xin lỗi và gia hạn", "12/XL-UBND", Leader, Now).IsSuccess),
    ];

    // Accepting is once only, never straight from an online draft, and not before a fee asked at the desk is paid.
    private static bool IsGuarded(DossierStatus status, DossierDeed deed) =>
        deed == DossierDeed.Accept && status is DossierStatus.Draft or DossierStatus.SupplementAsked or DossierStatus.PaymentAsked;
}
