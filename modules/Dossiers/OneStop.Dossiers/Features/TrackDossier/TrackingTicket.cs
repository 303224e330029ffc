using System.Globalization;
using System.Security.Cryptography;
using OneStop.Kernel.Security;

namespace OneStop.Dossiers.Features.TrackDossier;

internal sealed record TrackingTicket(Guid DossierId, string LookupHash, DateTimeOffset ValidUntil);

// What stands in the address after a right look-up: encrypted, so that neither code nor secret shows in histories and logs, and short-lived.
internal sealed class TrackingTickets(IFieldProtector protector, TimeProvider time)
{
    private const string Mark = "track";
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    public string Issue(Guid dossierId, string lookupHash)
    {
        var validUntil = time.GetUtcNow() + Life;
        return protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{Mark}.{dossierId:N}.{lookupHash}.{validUntil.ToUnixTimeSeconds()}"));
    }

    public TrackingTicket? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 400)
            return null;

        try
        {
            var parts = protector.Unprotect(text).Split('.');
            if (parts.Length != 4 || parts[0] != Mark || !Guid.TryParseExact(parts[1], "N", out var id) || !long.TryParse(parts[3], CultureInfo.InvariantCulture, out var seconds))
                return null;

            var validUntil = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return validUntil > time.GetUtcNow() ? new TrackingTicket(id, parts[2], validUntil) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
