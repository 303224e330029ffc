using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Tests.Domain;

// A dossier in any of the statuses, reached by legal moves only.
internal static class DossierBuilder
{
    public static readonly DateTimeOffset Now = new(2026, 1, 21, 2, 0, 0, TimeSpan.Zero);
    public static readonly Actor Owner = Actor.Citizen(Guid.Parse("11111111-0000-7000-8000-000000000001"), "Nguyễn Thị Ánh");
    public static readonly Actor Clerk = Actor.Clerk(Guid.Parse("22222222-0000-7000-8000-000000000002"), "Trần Văn Bình");
    public static readonly Actor Officer = new(Guid.Parse("33333333-0000-7000-8000-000000000003"), "Lê Thu Cúc", DossierRole.Officer);
    public static readonly Actor Leader = new(Guid.Parse("44444444-0000-7000-8000-000000000004"), "Phạm Dũng", DossierRole.Leader);
    public static readonly Actor Records = new(Guid.Parse("55555555-0000-7000-8000-000000000005"), "Đỗ Thị Én", DossierRole.RecordsClerk);
    public static readonly Receiver Desk = new(
        "00001", "Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội", Guid.Parse("66666666-0000-7000-8000-000000000006"), "H26.1.1", "UBND Phường Phúc Xá", "/H26/H26.1/H26.1.1/");

    public static readonly SupplementAsk Ask = new(["Bản chụp căn cước còn hạn"], "Bản chụp đã nộp bị mờ", "NĐ 118/2025/NĐ-CP", null, Desk.AgencyId, Desk.AgencyName);

    public static Dossier Draft(string channel = Channels.Online) => Dossier.Start(
        Owner, Guid.NewGuid().ToString(), channel, new ProcedureRef(Guid.NewGuid(), "1.001776", "Trợ cấp xã hội hàng tháng", "Bảo trợ xã hội", "social_allowance"), null, Desk, Now);

    public static StepEntry Step(DossierStatus status = DossierStatus.Processing, string name = "Thẩm định") =>
        new(Guid.NewGuid(), "appraise", name, status, Desk.AgencyId, Desk.AgencyName, null, Now, null, 480);

    public static Dossier In(DossierStatus status)
    {
        var dossier = Draft();
        if (status == DossierStatus.Draft)
            return dossier;
        Must(dossier.Submit("T260121-ABCDEFGH", "protected", "hash", Owner, Now));
        switch (status)
        {
            case DossierStatus.Submitted:
                return dossier;
            case DossierStatus.Refused:
                Must(dossier.Refuse("Không thuộc thẩm quyền", "NĐ 118/2025/NĐ-CP", Clerk, Now));
                return dossier;
        }

        Must(dossier.Accept("H26.1.1-260121-0001", DueDates.By(Now.AddDays(20)), Clerk, Now));
        if (status == DossierStatus.Accepted)
            return dossier;
        Must(dossier.EnterStep(Step(), Now));
        switch (status)
        {
            case DossierStatus.SupplementAsked:
                Assert.True(dossier.AskSupplement(Ask, Officer, Now).IsSuccess);
                break;
            case DossierStatus.PaymentAsked:
                Must(dossier.AskPayment(50_000, true, Officer, Now));
                break;
            case DossierStatus.WithdrawalAsked:
                Must(dossier.AskWithdrawal("Tôi đổi ý", Owner, Now));
                break;
            case DossierStatus.Stopped:
                Must(dossier.Reject("Không đủ điều kiện hưởng", Actor.System, Now));
                break;
            case DossierStatus.Finished:
                Must(dossier.Finish(Records, Now));
                break;
            case DossierStatus.Returned:
                Must(dossier.Finish(Records, Now));
                Must(dossier.Return("Nguyễn Thị Ánh", Clerk, Now));
                break;
        }

        Assert.Equal(status, dossier.Status);
        return dossier;
    }

    private static void Must(OneStop.Kernel.Results.Result<OneStop.Kernel.Results.Done> result) => Assert.True(result.IsSuccess, result.IsFailure ? result.Error.Code : "");
}
