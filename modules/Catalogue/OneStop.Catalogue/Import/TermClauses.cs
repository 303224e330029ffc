using System.Text.RegularExpressions;

namespace OneStop.Catalogue.Import;

// Which sentences of the published steps give the time of the procedure itself: those in which the agency decides, not those in which a clerk looks through the
// papers, a neighbour is asked, the applicant mends the dossier or a draft goes to the head.
internal static partial class TermClauses
{
    public static IEnumerable<string> Of(string? text) => text is null ? [] : Ends().Split(text).Select(s => s.Trim()).Where(s => s.Length > 0);

    // The same, and "28 ngày làm việc (đối với cấp mới), 02 ngày làm việc (đối với cấp lại)" cut where the next case begins.
    public static IEnumerable<string> CasesOf(string? text) => Of(text).SelectMany(sentence => NextCase().Split(sentence));

    // A time for those to whom something applies, not one of the stages that all go through.
    public static bool IsACase(string clause) => Case().IsMatch(clause) && !IsAnotherTime(clause) && !Stage().IsMatch(clause);

    public static bool IsAnotherTime(string sentence) => OtherTime().IsMatch(sentence);

    public static bool Decides(string sentence) => !IsAnotherTime(sentence) && Decision().IsMatch(sentence);

    // Counted from what an earlier stage left behind.
    public static bool FollowsAStage(string sentence) => Follows().IsMatch(sentence);

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"[;\n]+|\.\s+(?=[A-ZĐÀ-Ỹ\-+*(])", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?<!sửa đổi, )(?<!thay đổi, )bổ sung|hoàn (?:thiện|chỉnh)|tham vấn|lấy ý kiến|xác minh|địa điểm kiểm|thời gian, địa điểm|văn bản trao đổi|khắc phục"
        + @"|chưa (?:đầy đủ|hợp lệ|đủ|đúng)|không (?:đầy đủ|hợp lệ|hợp pháp|đạt)|xác nhận (?:vào|thông tin)|(?:kiểm tra|trả lời)[^,.]{0,30} (?:tính|thành phần)"
        + @"|trường hợp (?:cần|phải|phức tạp)|(?<!không )quá \d|(?:gửi|chuyển) hồ sơ|trình (?:Chủ tịch|Bộ trưởng|Ủy ban|UBND|Thủ tướng|cơ quan|cấp)", Plain)]
    private static partial Regex OtherTime();

    [GeneratedRegex(@"(?<=\)),\s+(?=\d)|,\s+(?=(?:và )?trong thời hạn \d)|(?:,|và)\s+(?=\d{1,3} (?:ngày|giờ|tháng))", Plain)]
    private static partial Regex NextCase();

    [GeneratedRegex("đối với|trường hợp|(?:cấp|làm) (?:mới|lại)", Plain)]
    private static partial Regex Case();

    [GeneratedRegex("kiểm tra|thẩm định|kết thúc|thụ lý|từ chối|trả lời|thông báo|trong đó|trình|họp|tổ chức|phức tạp|kéo dài|vượt|(?:từ|sau) (?:ngày|khi|thời điểm) (?!(?:tiếp )?nhận|có đủ)", Plain)]
    private static partial Regex Stage();

    // "Cấp" is to issue, and in "cấp tỉnh", "cấp có thẩm quyền" a level.
    [GeneratedRegex(@"(?<!\w)cấp(?! (?:tỉnh|xã|huyện|trung ương|có thẩm|bộ|quản|trên|dưới|phòng|cơ sở|độ|cứu|chính quyền))|quyết định|phê duyệt|chấp thuận|công nhận"
        + @"|công bố|xác nhận|ban hành|trả (?:kết quả|vào)|thông báo kết quả|trả lời|cập nhật|chuyển tình trạng|chỉ định|đăng tải|gia hạn|thu hồi|điều chỉnh|tư vấn|cung cấp|đổi ngay", Plain)]
    private static partial Regex Decision();

    [GeneratedRegex(@"từ (?:ngày|khi|thời điểm) (?:thực hiện|bắt đầu|kết thúc|hoàn thành|có|tổ chức|nhận (?:được )?(?:kết quả|báo cáo|ý kiến|văn bản|hồ sơ|tờ trình|đề nghị|quyết định|biên bản))", Plain)]
    private static partial Regex Follows();
}
