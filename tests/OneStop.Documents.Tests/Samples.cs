using OneStop.Documents.Contracts;

namespace OneStop.Documents.Tests;

internal static class Samples
{
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
