namespace OneStop.Approvals.Contracts;

/// <summary>Keys of the answers that the forms of steps carry in <see cref="Events.StepCompleted.Fields"/>.</summary>
public static class StepFields
{
    /// <summary>Title of the result, drafted with <see cref="StepDeeds.DraftResult"/>.</summary>
    public const string ResultTitle = "resultTitle";

    /// <summary>Trích yếu of the result.</summary>
    public const string ResultSubject = "resultSubject";

    /// <summary>Text of the result; blank lines part paragraphs.</summary>
    public const string ResultBody = "resultBody";

    /// <summary>Ký hiệu of the issued document, for example <c>QĐ-UBND</c>; comes with <see cref="StepDeeds.IssueResult"/>.</summary>
    public const string DocumentSymbol = "documentSymbol";

    /// <summary>Who took the result, with <see cref="StepDeeds.ReturnResult"/>.</summary>
    public const string ReceiverName = "receiverName";

    /// <summary>Amount in đồng, with <see cref="StepDeeds.ConfirmPayment"/>.</summary>
    public const string PaidAmount = "paidAmount";

    /// <summary>Number of the receipt, with <see cref="StepDeeds.ConfirmPayment"/>.</summary>
    public const string PaymentReference = "paymentReference";

    /// <summary>Number of the tax notice.</summary>
    public const string TaxNoticeNumber = "taxNoticeNumber";

    /// <summary>Tax due in đồng; 0 when exempt.</summary>
    public const string TaxAmount = "taxAmount";

    /// <summary>Mã số hộ kinh doanh.</summary>
    public const string BusinessCode = "businessCode";

    /// <summary>What a body outside answered.</summary>
    public const string Answer = "answer";
}
