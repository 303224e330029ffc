using OneStop.Approvals.Contracts;
using OneStop.Catalogue.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>The small forms that steps name by key: what the case worker fills in beside the opinion.</summary>
internal static class StepForms
{
    private const int LongTextLength = 20_000;

    private static readonly Dictionary<string, IReadOnlyList<FormField>> Known = new(StringComparer.Ordinal)
    {
        ["opinion"] = [],
        ["sign-result"] = [],
        ["draft-result"] =
        [
            new(StepFields.ResultTitle, FormFieldKind.Text, new("Tên văn bản kết quả", "Title of the result"),
                new("Ví dụ: QUYẾT ĐỊNH, GIẤY CHỨNG NHẬN, GIẤY PHÉP", "For example: DECISION, CERTIFICATE, PERMIT"), Required: true, MaxLength: 200),
            new(StepFields.ResultSubject, FormFieldKind.Text, new("Trích yếu", "Subject"), new("Về việc gì, cho ai", "What it is about, for whom"), Required: true, MaxLength: 500),
            new(StepFields.ResultBody, FormFieldKind.LongText, new("Nội dung", "Text"),
                new("Mỗi đoạn cách nhau một dòng trống. Lãnh đạo sẽ ký đúng nội dung này.", "A blank line parts paragraphs. The leader signs exactly this text."), Required: true, MaxLength: LongTextLength),
        ],
        ["issue-result"] =
        [
            new(StepFields.DocumentSymbol, FormFieldKind.Text, new("Ký hiệu văn bản", "Document symbol"),
                new("Ví dụ: QĐ-UBND. Số thứ tự do hệ thống cấp.", "For example: QĐ-UBND. The number is given by the system."), Required: true, MaxLength: 40, Pattern: "^[\\p{L}0-9/.-]+$"),
        ],
        ["return-result"] =
        [
            new(StepFields.ReceiverName, FormFieldKind.Text, new("Người nhận kết quả", "Received by"),
                new("Họ và tên người nhận trực tiếp; để trống nếu trả trực tuyến hoặc qua bưu chính", "Name of the person; leave empty when sent online or by post"), MaxLength: 200),
        ],
        ["payment"] =
        [
            new(StepFields.PaidAmount, FormFieldKind.Money, new("Số tiền đã nộp", "Amount paid"), Required: true),
            new(StepFields.PaymentReference, FormFieldKind.Text, new("Số biên lai, chứng từ", "Receipt number"), Required: true, MaxLength: 100),
        ],
        ["tax-notice"] =
        [
            new(StepFields.TaxNoticeNumber, FormFieldKind.Text, new("Số thông báo thuế", "Number of the tax notice"), Required: true, MaxLength: 100),
            new(StepFields.TaxAmount, FormFieldKind.Money, new("Số tiền phải nộp", "Amount due"), new("Nhập 0 nếu được miễn", "Enter 0 when exempt"), Required: true),
        ],
        ["business-code"] =
        [
            new(StepFields.BusinessCode, FormFieldKind.Text, new("Mã số hộ kinh doanh", "Business code"), new("10 chữ số, cơ quan thuế cấp", "10 digits, given by the tax office"),
                Required: true, MaxLength: 13, Pattern: "^[0-9]{10}(-[0-9]{3})?$"),
        ],
        ["record-answer"] =
        [
            new(StepFields.Answer, FormFieldKind.LongText, new("Nội dung trả lời", "The answer"),
                new("Ai trả lời, văn bản số nào, ngày nào", "Who answered, document number and date"), Required: true, MaxLength: 4_000),
        ],
    };

    public static IReadOnlyList<FormField>? Find(string key) => Known.GetValueOrDefault(key);
}
