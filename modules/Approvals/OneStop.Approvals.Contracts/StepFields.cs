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

    /// <summary>Why the dossier is late, in words for the citizen; comes with <see cref="StepDeeds.SignApology"/>.</summary>
    public const string ApologyReason = "apologyReason";

    /// <summary>Day of the new appointment, dd/MM/yyyy, with <see cref="StepDeeds.SignApology"/>.</summary>
    public const string NewDueDay = "newDueDay";

    /// <summary>Hour of the new appointment, HH:mm, with <see cref="StepDeeds.SignApology"/>.</summary>
    public const string NewDueTime = "newDueTime";

    /// <summary>The appointment that was not kept, as people read it.</summary>
    public const string BrokenPromise = "brokenPromise";

    /// <summary>Unit and step that used the time, as people read it.</summary>
    public const string LateUnit = "lateUnit";

    /// <summary>Why the last attempt to sign came to nothing; of an apology laid before the head again.</summary>
    public const string SigningProblem = "signingProblem";

    /// <summary>What is to be supplemented, one a line; of a consent.</summary>
    public const string SupplementItems = "supplementItems";

    /// <summary>Why it is asked; of a consent.</summary>
    public const string SupplementReason = "supplementReason";

    /// <summary>Legal ground; of a consent.</summary>
    public const string SupplementBasis = "supplementBasis";

    /// <summary>Until when, dd/MM/yyyy; of a consent.</summary>
    public const string SupplementAnswerBy = "supplementAnswerBy";

    /// <summary>Who asks; of a consent.</summary>
    public const string AskedByName = "askedByName";

    /// <summary>Which request of the agency it would be, from 1; of a consent.</summary>
    public const string SupplementNumber = "supplementNumber";
}
