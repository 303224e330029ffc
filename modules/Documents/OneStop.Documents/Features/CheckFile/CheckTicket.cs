using System.Security.Cryptography;
using System.Text.Json;
using OneStop.Kernel.Security;

namespace OneStop.Documents.Features.CheckFile;

// The answer to an upload travels in the address of the page that shows it, encrypted and for minutes only: nothing is stored, reloading is harmless.
internal sealed class CheckTickets(IFieldProtector protector, TimeProvider time)
{
    private const int Longest = 8_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public string Issue(FileCheck check) => protector.Protect(JsonSerializer.Serialize(new Ticket(check, time.GetUtcNow() + Life)));

    public FileCheck? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest)
            return null;
        try
        {
            return JsonSerializer.Deserialize<Ticket>(protector.Unprotect(text)) is { Check.Signatures: not null } ticket && ticket.ValidUntil > time.GetUtcNow() ? ticket.Check : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException or JsonException)
        {
            return null;
        }
    }

    private sealed record Ticket(FileCheck Check, DateTimeOffset ValidUntil);
}
