namespace OneStop.Documents.Contracts;

/// <summary>Data of the stop notice.</summary>
/// <param name="Header">Header.</param>
/// <param name="Phase">Stage the dossier had reached, in words.</param>
/// <param name="Requested">What the submitter asked, in words (a withdrawal); null when the agency stops on its own.</param>
/// <param name="Reason">Why it stops.</param>
/// <param name="LegalBasis">Legal ground, or null.</param>
/// <param name="FeesPaid">Fees paid so far, in words; null when none.</param>
/// <param name="FeeHandling">What becomes of them; null when none were paid.</param>
/// <param name="SignerAuthority">Authority line or null.</param>
/// <param name="SignerTitle">Title of the signer, or empty.</param>
/// <param name="SignerName">Name of the signer, or empty.</param>
public sealed record StopNoticeData(
    FormHeader Header, string Phase, string? Requested, string Reason, string? LegalBasis, string? FeesPaid, string? FeeHandling, string? SignerAuthority,
    string SignerTitle, string SignerName)
{
    /// <summary>Nơi nhận, one line each.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}
