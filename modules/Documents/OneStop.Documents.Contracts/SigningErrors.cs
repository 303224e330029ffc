using OneStop.Kernel.Results;

namespace OneStop.Documents.Contracts;

/// <summary>Why a paper was not signed.</summary>
public static class SigningErrors
{
    private const string Family = "signing.";

    /// <summary>The certificate's time has ended; arguments: subject, last day.</summary>
    public const string CertificateExpired = "signing.certificate_expired";

    /// <summary>The certificate's time has not begun; arguments: subject, first day.</summary>
    public const string CertificateNotYetValid = "signing.certificate_not_yet_valid";

    /// <summary>The key cannot be opened: missing, damaged or the wrong password.</summary>
    public const string KeyUnusable = "signing.key_unusable";

    /// <summary>The time-stamp service gave no usable stamp; argument: its host.</summary>
    public const string TimestampUnavailable = "signing.timestamp_unavailable";

    /// <summary>Whether an error says that a paper could not be signed.</summary>
    public static bool Concerns(Error error) => error.Code.StartsWith(Family, StringComparison.Ordinal);
}
