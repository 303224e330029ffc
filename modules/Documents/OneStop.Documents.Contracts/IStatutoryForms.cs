namespace OneStop.Documents.Contracts;

/// <summary>Prints statutory forms and results as PDF, each in the wording in force on <see cref="FormHeader.InForceOn"/>. Pure rendering: nothing is stored.</summary>
public interface IStatutoryForms
{
    /// <summary>The form in force on a day; null when the law of that day has no such form.</summary>
    FormInForce? InForce(StatutoryForm form, DateOnly day);

    /// <summary>Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01).</summary>
    byte[] Receipt(ReceiptData data);

    /// <summary>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02).</summary>
    byte[] SupplementRequest(SupplementRequestData data);

    /// <summary>Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03).</summary>
    byte[] Refusal(RefusalData data);

    /// <summary>Phiếu xin lỗi và hẹn lại ngày trả kết quả (2018), Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết (2025): Mẫu 04. Not yet signed.</summary>
    byte[] Apology(ApologyData data);

    /// <summary>Thông báo dừng giải quyết hồ sơ (Mẫu 05 of 2025; the set of 2018 has none: ask <see cref="InForce"/> first).</summary>
    byte[] StopNotice(StopNoticeData data);

    /// <summary>Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu 05 of 2018, 06 of 2025).</summary>
    byte[] ControlSlip(ControlSlipData data);

    /// <summary>One volume (quyển) of the Sổ theo dõi hồ sơ (Mẫu 06 of 2018, 07 of 2025).</summary>
    byte[] Register(RegisterData data);

    /// <summary>The result as an administrative document under NĐ 30/2020/NĐ-CP, not yet signed.</summary>
    byte[] Result(ResultData data);
}

/// <summary>What every form of a dossier shares.</summary>
/// <param name="SuperiorAgency">Agency above, first line of the header; null at the top.</param>
/// <param name="AgencyName">Agency that issues.</param>
/// <param name="DeskName">Bộ phận tiếp nhận và trả kết quả.</param>
/// <param name="Place">Place name before the date, for example <c>Hà Nội</c>.</param>
/// <param name="Number">Số of the form.</param>
/// <param name="IssuedAt">When, UTC.</param>
/// <param name="DossierCode">Mã hồ sơ, or the temporary code before acceptance.</param>
/// <param name="LookupUrl">Full address the QR opens.</param>
/// <param name="ApplicantName">Tiếp nhận hồ sơ của.</param>
/// <param name="SubmitterName">Người nộp when another; or null.</param>
/// <param name="Address">Địa chỉ.</param>
/// <param name="Phone">Số điện thoại.</param>
/// <param name="Email">E-mail, or null.</param>
/// <param name="IdentityNumber">Số căn cước, masked or whole as the law asks; or null.</param>
/// <param name="ProcedureName">Nội dung yêu cầu giải quyết.</param>
/// <param name="ClerkName">Người tiếp nhận or hướng dẫn.</param>
/// <param name="ClerkPhone">Phone for guidance, or null.</param>
public sealed record FormHeader(
    string? SuperiorAgency, string AgencyName, string DeskName, string Place, string Number, DateTimeOffset IssuedAt, string DossierCode, string LookupUrl,
    string ApplicantName, string? SubmitterName, string Address, string Phone, string? Email, string? IdentityNumber, string ProcedureName, string ClerkName,
    string? ClerkPhone)
{
    /// <summary>Full address where anyone checks this paper (<c>/xac-thuc/…</c>); the QR opens it instead of <see cref="LookupUrl"/>.</summary>
    public string? VerifyUrl { get; init; }

    /// <summary>The day whose forms are printed: that of the dossier's receipt. Null for the day of issue.</summary>
    public DateOnly? InForceOn { get; init; }
}

/// <summary>Data of Mẫu 01.</summary>
/// <param name="Header">Header.</param>
/// <param name="Components">Papers handed in.</param>
/// <param name="Sets">Số lượng hồ sơ, in sets.</param>
/// <param name="TermText">Legal term in words, or null when there is none.</param>
/// <param name="ReceivedAt">Received, UTC.</param>
/// <param name="DueAt">Appointment, UTC; null when the procedure has no return date.</param>
/// <param name="ReturnPlace">Where the result is handed over, in words.</param>
/// <param name="FeeText">Fee in words, or null when free.</param>
/// <param name="LookupCode">Secret look-up code.</param>
public sealed record ReceiptData(
    FormHeader Header, IReadOnlyList<ReceiptComponent> Components, int Sets, string? TermText, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt,
    string ReturnPlace, string? FeeText, string LookupCode)
{
    /// <summary>Fees one by one; when there are any they are printed with their sum in words instead of <see cref="FeeText"/>.</summary>
    public IReadOnlyList<ReceiptFee> Fees { get; init; } = [];

    /// <summary>Which copies to print.</summary>
    public ReceiptCopies Copies { get; init; } = ReceiptCopies.Both;
}

/// <summary>Copies (liên) of Mẫu 01.</summary>
public enum ReceiptCopies
{
    /// <summary>One to keep and one for the citizen, as the desk prints them.</summary>
    Both,

    /// <summary>Only the citizen's, as it is sent by e-mail.</summary>
    Customer,
}

/// <summary>A fee on the receipt.</summary>
/// <param name="Name">Tên phí, lệ phí.</param>
/// <param name="Amount">In đồng.</param>
/// <param name="Paid">Whether it has been paid.</param>
public sealed record ReceiptFee(string Name, decimal Amount, bool Paid);

/// <summary>A row of the table of papers.</summary>
/// <param name="Name">Tên giấy tờ.</param>
/// <param name="Form">Hình thức, for example <c>Bản điện tử</c>.</param>
/// <param name="Note">Ghi chú, or null.</param>
public sealed record ReceiptComponent(string Name, string Form, string? Note);

/// <summary>Data of Mẫu 02.</summary>
/// <param name="Header">Header.</param>
/// <param name="Items">What to complete, one line each.</param>
/// <param name="Reason">Lý do.</param>
/// <param name="LegalBasis">Căn cứ, or null.</param>
/// <param name="AskedTimes">Which request this is, from 1.</param>
/// <param name="AnswerBy">Until when, or null.</param>
public sealed record SupplementRequestData(FormHeader Header, IReadOnlyList<string> Items, string Reason, string? LegalBasis, int AskedTimes, DateOnly? AnswerBy);

/// <summary>Data of Mẫu 03.</summary>
/// <param name="Header">Header.</param>
/// <param name="Reason">The specific reason.</param>
/// <param name="LegalBasis">Legal ground.</param>
public sealed record RefusalData(FormHeader Header, string Reason, string LegalBasis);

/// <summary>Data of a result.</summary>
/// <param name="SuperiorAgency">Agency above, or null.</param>
/// <param name="AgencyName">Agency that issues.</param>
/// <param name="Place">Place name before the date.</param>
/// <param name="NumberAndSymbol">Số và ký hiệu, for example <c>123/QĐ-UBND</c>.</param>
/// <param name="IssuedAt">When, UTC.</param>
/// <param name="Title">Title, for example <c>QUYẾT ĐỊNH</c>.</param>
/// <param name="Subject">Trích yếu.</param>
/// <param name="Paragraphs">Body, in order.</param>
/// <param name="SignerAuthority">Authority line (TM., KT., TL.) or null.</param>
/// <param name="SignerTitle">Title of the signer.</param>
/// <param name="SignerName">Name of the signer.</param>
/// <param name="VerifyUrl">Full address the QR opens.</param>
/// <param name="Recipients">Nơi nhận, one line each.</param>
public sealed record ResultData(
    string? SuperiorAgency, string AgencyName, string Place, string NumberAndSymbol, DateTimeOffset IssuedAt, string Title, string Subject,
    IReadOnlyList<string> Paragraphs, string? SignerAuthority, string SignerTitle, string SignerName, string VerifyUrl, IReadOnlyList<string> Recipients);
