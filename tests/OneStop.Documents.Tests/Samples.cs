using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Forms.Templates;

namespace OneStop.Documents.Tests;

internal static class Samples
{
    public static DossierForms Forms { get; } = new(FormTexts.Vietnamese, FormTemplates.Shipped);

    public static readonly DateTimeOffset ReceivedAt = new(2026, 2, 5, 1, 5, 0, TimeSpan.Zero);

    public static readonly FormHeader Header = new(
        SuperiorAgency: "Ủy ban nhân dân quận Ba Đình",
        AgencyName: "Ủy ban nhân dân phường Phúc Xá",
        DeskName: "Bộ phận tiếp nhận và trả kết quả",
        Place: "Phúc Xá",
        Number: "0125",
        IssuedAt: ReceivedAt,
        DossierCode: "H26.11.22.33-260205-0001",
        LookupUrl: "https://dichvucong.example/tra-cuu?ma=H26.11.22.33-260205-0001",
        ApplicantName: "Nguyễn Thị Ánh Nguyệt",
        SubmitterName: null,
        Address: "Số 12, ngõ 45 phố Tân Ấp, phường Phúc Xá, quận Ba Đình, thành phố Hà Nội",
        Phone: "0912 345 678",
        Email: "anhnguyet@example.vn",
        IdentityNumber: "001175000123",
        ProcedureName: "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng",
        ClerkName: "Trần Văn Đức",
        ClerkPhone: "024 3829 0000");

    public static readonly ReceiptData Receipt = new(
        Header,
        Components(4),
        Sets: 1,
        TermText: "22 ngày làm việc",
        ReceivedAt,
        DueAt: new DateTimeOffset(2026, 3, 16, 10, 0, 0, TimeSpan.Zero),
        ReturnPlace: "Bộ phận tiếp nhận và trả kết quả phường Phúc Xá",
        FeeText: null,
        LookupCode: "K7QM")
    { Copies = ReceiptCopies.Customer };

    public static readonly SupplementRequestData Supplement = new(
        Header,
        [
            "Bản sao Giấy xác nhận khuyết tật còn hiệu lực (bản đã nộp không đọc được trang 2).",
            "Tờ khai đề nghị trợ giúp xã hội theo Mẫu số 1d, có chữ ký của người khai.",
        ],
        Reason: "Thành phần hồ sơ chưa đầy đủ theo quy định.",
        LegalBasis: "Khoản 1 Điều 8 Nghị định số 20/2021/NĐ-CP",
        AskedTimes: 1,
        AnswerBy: new DateOnly(2026, 3, 9));

    public static readonly RefusalData Refusal = new(
        Header,
        Reason: "Người đề nghị không thuộc đối tượng được hưởng trợ cấp xã hội hàng tháng tại cộng đồng.",
        LegalBasis: "Điều 5 Nghị định số 20/2021/NĐ-CP");

    public static readonly ApologyData Apology = new(
        Header with { AgencyName = "Ủy ban nhân dân phường Phúc Xá", Number = "17/UBND-VP" },
        ReceivedAt,
        PromisedAt: new DateTimeOffset(2026, 3, 16, 10, 0, 0, TimeSpan.Zero),
        Reason: "Cơ quan phối hợp chưa gửi kết quả xác minh tình trạng khuyết tật.",
        NewDueAt: new DateTimeOffset(2026, 3, 19, 10, 0, 0, TimeSpan.Zero),
        Times: 1,
        SignerAuthority: "TM. Ủy ban nhân dân",
        SignerTitle: "Chủ tịch",
        SignerName: "Vũ Thu Hà")
    {
        ExtraTime = "03 ngày làm việc",
        LateUnit = "Phòng Văn hóa - Xã hội",
        Recipients = ["Như trên;", "Bộ phận Một cửa;", "Lưu: VT."],
    };

    public static readonly StopNoticeData StopNotice = new(
        Header with { Number = "18/TB-UBND" },
        Phase: "Thẩm tra hồ sơ",
        Requested: "Xin rút hồ sơ theo đơn ngày 10 tháng 3 năm 2026.",
        Reason: "Người nộp hồ sơ xin rút hồ sơ trước khi có kết quả.",
        LegalBasis: "Nghị định số 118/2025/NĐ-CP",
        FeesPaid: "Lệ phí cấp bản sao: 8.000 đồng",
        FeeHandling: "Không hoàn trả theo quy định.",
        SignerAuthority: "TM. Ủy ban nhân dân",
        SignerTitle: "Chủ tịch",
        SignerName: "Vũ Thu Hà")
    { Recipients = ["Như trên;", "Lưu: VT."] };

    public static readonly ControlSlipData ControlSlip = new(
        Header,
        SolvingAgency: "Phòng Văn hóa - Xã hội phường Phúc Xá",
        CoordinatingAgencies: ["Công an phường Phúc Xá", "Trạm Y tế phường Phúc Xá"],
        HandOvers:
        [
            new HandOverRow("Bộ phận Một cửa", ReceivedAt, "Nguyễn Thị Ánh Nguyệt", "Trần Văn Đức", HandOverTimeliness.Early, null),
            new HandOverRow("Phòng Văn hóa - Xã hội", ReceivedAt.AddHours(3), "Trần Văn Đức", "Lê Thị Hường", HandOverTimeliness.Late, "Chờ xác minh"),
            new HandOverRow("Ủy ban nhân dân phường", ReceivedAt.AddDays(5), "Lê Thị Hường", null, HandOverTimeliness.Open, null),
        ]);

    public static RegisterData Register(int count) => new(
        "Ủy ban nhân dân thành phố Hà Nội", "Ủy ban nhân dân phường Phúc Xá", new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), 1, new DateOnly(2026, 1, 1), ReceivedAt,
        [
            .. Enumerable.Range(1, count).Select(number => new RegisterRow(
                number, $"H26.11.22.33-260205-{number:0000}", Header.ProcedureName, 1, $"Nguyễn Thị Ánh Nguyệt {number}", $"{Header.Address}; {Header.Phone}",
                "Phòng Văn hóa - Xã hội", ReceivedAt, ReceivedAt.AddDays(39), ReceivedAt.AddHours(3), ReceivedAt.AddDays(30), ReceivedAt.AddDays(31), "Trực tuyến",
                "Đã nhận", number % 7 == 0 ? "Quá hạn" : null)),
        ]);

    public static readonly ResultData Decision = new(
        SuperiorAgency: null,
        AgencyName: "Ủy ban nhân dân thành phố Hà Nội",
        Place: "Hà Nội",
        NumberAndSymbol: "123/QĐ-UBND",
        IssuedAt: ReceivedAt,
        Title: "QUYẾT ĐỊNH",
        Subject: "Về việc trợ cấp xã hội hàng tháng",
        Paragraphs:
        [
            "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",
            "Căn cứ Luật Tổ chức chính quyền địa phương;",
            "Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội;",
            "Theo đề nghị của Giám đốc Sở Y tế thành phố Hà Nội.",
            "QUYẾT ĐỊNH:",
            "Điều 1. Trợ cấp xã hội hàng tháng cho bà Nguyễn Thị Ánh Nguyệt, sinh năm 1975, trú tại số 12, ngõ 45 phố Tân Ấp, phường Phúc Xá, quận Ba Đình, thành phố Hà Nội, mức 1.000.000 đồng/tháng, kể từ ngày 01 tháng 02 năm 2026.",
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
            "Điều 3. Chánh Văn phòng Ủy ban nhân dân thành phố, Chủ tịch Ủy ban nhân dân phường Phúc Xá và bà Nguyễn Thị Ánh Nguyệt chịu trách nhiệm thi hành Quyết định này./.",
        ],
        SignerAuthority: "KT. Chủ tịch",
        SignerTitle: "Phó Chủ tịch",
        SignerName: "Vũ Thu Hà",
        VerifyUrl: "https://dichvucong.example/tra-cuu?ma=H26.11.22.33-260205-0001",
        Recipients: ["Như Điều 3;", "Sở Y tế;", "Lưu: VT."]);

    public static IReadOnlyList<ReceiptComponent> Components(int count) =>
    [
        .. Enumerable.Range(1, count).Select(number => new ReceiptComponent(
            $"Giấy tờ thứ {number:00}: {(number % 2 == 0 ? "Bản sao Giấy khai sinh của trẻ em đối với trường hợp trẻ em bị bỏ rơi, mồ côi" : "Tờ khai đề nghị trợ giúp xã hội")}",
            number % 3 == 0 ? "Bản điện tử" : "01 bản chính, 02 bản sao",
            number % 5 == 0 ? "Đã đối chiếu bản chính" : null)),
    ];
}
