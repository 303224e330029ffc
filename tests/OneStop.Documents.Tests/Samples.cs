using OneStop.Documents.Forms;

namespace OneStop.Documents.Tests;

internal static class Samples
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 2, 5, 8, 5, 0, TimeSpan.FromHours(7));

    public static readonly IssuingDesk Desk = new("Ủy ban nhân dân phường Phúc Xá", "Bộ phận tiếp nhận và trả kết quả", "BPTNTKQ", "Phúc Xá");

    public static readonly PaperDossier Dossier = new("H26.11.22.33-260205-0001", "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng")
    {
        ProcedureCode = "1.001776",
        LookupCode = "K7QM",
        TrackingAddress = "https://dichvucong.example/tra-cuu?ma=H26.11.22.33-260205-0001",
    };

    public static readonly PaperApplicant Applicant = new("Nguyễn Thị Ánh Nguyệt")
    {
        Address = "Số 12, ngõ 45 phố Tân Ấp, phường Phúc Xá, quận Ba Đình, thành phố Hà Nội",
        Phone = "0912 345 678",
        Email = "anhnguyet@example.vn",
        IdentityNumber = "001175000123",
    };

    public static ReceiptData Receipt => new(Desk, Dossier, Applicant, ReceivedAt)
    {
        Number = "0125",
        Components = Components(4),
        LegalTerm = "22 ngày làm việc",
        DueAt = new DateTimeOffset(2026, 3, 16, 17, 0, 0, TimeSpan.FromHours(7)),
        ResultDelivery = "Bộ phận tiếp nhận và trả kết quả phường Phúc Xá",
        ClerkName = "Trần Văn Đức",
        BookNumber = "02",
        BookEntry = "125",
    };

    public static SupplementData Supplement => new(Desk, Dossier, Applicant, ReceivedAt)
    {
        Number = "0007",
        Items =
        [
            "Bản sao Giấy xác nhận khuyết tật còn hiệu lực (bản đã nộp không đọc được trang 2).",
            "Tờ khai đề nghị trợ giúp xã hội theo Mẫu số 1d, có chữ ký của người khai.",
        ],
        Reason = "Thành phần hồ sơ chưa đầy đủ theo quy định.",
        LegalGround = "Khoản 1 Điều 8 Nghị định số 20/2021/NĐ-CP",
        AfterAcceptance = true,
        RespondBy = new DateTimeOffset(2026, 3, 9, 17, 0, 0, TimeSpan.FromHours(7)),
        ContactName = "Lê Thị Hồng",
        ContactPhone = "024 3829 0000",
        OfficerName = "Lê Thị Hồng",
    };

    public static RefusalData Refusal => new(Desk, Dossier, Applicant, ReceivedAt)
    {
        Number = "0003",
        Reason = "Người đề nghị không thuộc đối tượng được hưởng trợ cấp xã hội hàng tháng tại cộng đồng.",
        LegalGround = "Điều 5 Nghị định số 20/2021/NĐ-CP",
        ClerkName = "Trần Văn Đức",
    };

    public static ResultData Decision => new("Ủy ban nhân dân thành phố Hà Nội", "Quyết định", "Về việc trợ cấp xã hội hàng tháng", Dossier)
    {
        NumberAndSymbol = "123/QĐ-UBND",
        Place = "Hà Nội",
        IssuedAt = ReceivedAt,
        DecidingAuthority = "Chủ tịch Ủy ban nhân dân thành phố Hà Nội",
        LegalBases =
        [
            "Căn cứ Luật Tổ chức chính quyền địa phương;",
            "Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội;",
            "Theo đề nghị của Giám đốc Sở Y tế thành phố Hà Nội.",
        ],
        Articles =
        [
            "Điều 1. Trợ cấp xã hội hàng tháng cho bà Nguyễn Thị Ánh Nguyệt, sinh năm 1975, trú tại số 12, ngõ 45 phố Tân Ấp, phường Phúc Xá, quận Ba Đình, thành phố Hà Nội, mức 1.000.000 đồng/tháng, kể từ ngày 01 tháng 02 năm 2026.",
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
            "Điều 3. Chánh Văn phòng Ủy ban nhân dân thành phố, Chủ tịch Ủy ban nhân dân phường Phúc Xá và bà Nguyễn Thị Ánh Nguyệt chịu trách nhiệm thi hành Quyết định này./.",
        ],
        Recipients = ["Như Điều 3;", "Sở Y tế;", "Lưu: VT."],
        Signer = new ResultSigner("Vũ Thu Hà", "Phó Chủ tịch", "KT. Chủ tịch"),
    };

    public static IReadOnlyList<ComponentLine> Components(int count) =>
    [
        .. Enumerable.Range(1, count).Select(number => new ComponentLine(
            $"Giấy tờ thứ {number:00}: {(number % 2 == 0 ? "Bản sao Giấy khai sinh của trẻ em đối với trường hợp trẻ em bị bỏ rơi, mồ côi" : "Tờ khai đề nghị trợ giúp xã hội")}",
            number % 2,
            number % 3,
            number % 4 == 0,
            number % 5 == 0 ? "Đã đối chiếu bản chính" : null)),
    ];
}
