namespace OneStop.Documents.Forms;

/// <summary>Who issues the paper. <paramref name="Symbol"/> stands after the number: TTPVHCC or BPTNTKQ.</summary>
internal sealed record IssuingDesk(string Agency, string Desk, string Symbol, string Place);

internal sealed record PaperApplicant(string Name)
{
    public string? SubmitterName { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? IdentityNumber { get; init; }
}

internal sealed record PaperDossier(string Code, string ProcedureName)
{
    public string? ProcedureCode { get; init; }

    public string? LookupCode { get; init; }

    /// <summary>What the QR code opens: the tracking page with the code filled in, never the look-up code.</summary>
    public string? TrackingAddress { get; init; }
}

internal enum FormCopy
{
    /// <summary>Liên lưu.</summary>
    Archive,

    /// <summary>Liên giao khách hàng.</summary>
    Customer,
}

internal sealed record ComponentLine(string Name, int Originals, int Copies, bool Electronic, string? Note);

internal sealed record FeeLine(string Name, decimal Amount, bool Paid);

/// <summary>An earlier promise inside a two-stage procedure (thời gian trả kết quả giai đoạn).</summary>
internal sealed record StageLine(string Name, DateTimeOffset DueAt);

internal sealed record ReceiptData(IssuingDesk Desk, PaperDossier Dossier, PaperApplicant Applicant, DateTimeOffset ReceivedAt)
{
    public string? Number { get; init; }

    public IReadOnlyList<ComponentLine> Components { get; init; } = [];

    public int Sets { get; init; } = 1;

    public string? LegalTerm { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public IReadOnlyList<StageLine> Stages { get; init; } = [];

    public string? ResultDelivery { get; init; }

    public IReadOnlyList<FeeLine> Fees { get; init; } = [];

    public string? BookNumber { get; init; }

    public string? BookEntry { get; init; }

    public string? ClerkName { get; init; }

    public IReadOnlyList<FormCopy> Copies { get; init; } = [FormCopy.Archive, FormCopy.Customer];
}

internal sealed record SupplementData(IssuingDesk Desk, PaperDossier Dossier, PaperApplicant Applicant, DateTimeOffset IssuedAt)
{
    public string? Number { get; init; }

    public required IReadOnlyList<string> Items { get; init; }

    public required string Reason { get; init; }

    public string? LegalGround { get; init; }

    public bool AfterAcceptance { get; init; }

    public int Round { get; init; } = 1;

    public DateTimeOffset? RespondBy { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public string? OfficerName { get; init; }
}

internal sealed record RefusalData(IssuingDesk Desk, PaperDossier Dossier, PaperApplicant Applicant, DateTimeOffset IssuedAt)
{
    public string? Number { get; init; }

    public required string Reason { get; init; }

    public string? LegalGround { get; init; }

    public string? ClerkName { get; init; }
}
