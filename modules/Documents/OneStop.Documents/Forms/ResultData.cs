namespace OneStop.Documents.Forms;

/// <summary>A decision (articles) or a certificate, extract or answer (fields): what the applicant gets at the end.</summary>
internal sealed record ResultData(string Agency, string TypeName, string Subject, PaperDossier Dossier)
{
    public string? SuperiorAgency { get; init; }

    /// <summary>Number and symbol as văn thư gave them, such as 123/QĐ-UBND; empty until then.</summary>
    public string? NumberAndSymbol { get; init; }

    public required string Place { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The one who decides, above the legal bases: CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ.</summary>
    public string? DecidingAuthority { get; init; }

    public IReadOnlyList<string> LegalBases { get; init; } = [];

    public IReadOnlyList<string> Articles { get; init; } = [];

    public IReadOnlyList<ResultField> Fields { get; init; } = [];

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public required ResultSigner Signer { get; init; }
}

internal sealed record ResultField(string Label, string Value);

/// <summary><paramref name="Authority"/> is the line above the title, with its TM., KT. or TL., when the signer acts for another.</summary>
internal sealed record ResultSigner(string Name, string Title, string? Authority = null);
