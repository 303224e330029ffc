using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneStop.Dossiers.Domain;

// A line of the dossier's history. Lines form a chain: each carries the hash of the one before, so that none can be changed or dropped unseen.
internal sealed class HistoryEntry
{
    public const string FirstHash = "";

    public Guid Id { get; init; }
    public Guid DossierId { get; init; }
    public int Sequence { get; init; }
    public DateTimeOffset At { get; init; }
    public DossierDeed Deed { get; init; }
    public DossierStatus FromStatus { get; init; }
    public DossierStatus ToStatus { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public string? OnBehalfOf { get; init; }
    public DossierRole ActorRole { get; init; }
    public string? Subject { get; init; }
    public string? Comment { get; init; }
    public required string PreviousHash { get; init; }
    public string Hash { get; private set; } = "";

    public HistoryEntry Sealed()
    {
        Hash = ComputeHash();
        return this;
    }

    // Each field is written as its length and its bytes, so that no two different lines can read alike; null and empty differ.
    public string ComputeHash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in CanonicalFields())
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
            sha.AppendData(length);
            sha.AppendData(bytes);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private IEnumerable<string?> CanonicalFields()
    {
        yield return PreviousHash;
        yield return Id.ToString();
        yield return DossierId.ToString();
        yield return Sequence.ToString(CultureInfo.InvariantCulture);
        // Databases keep microseconds.
        yield return (At.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);
        yield return Deed.ToString();
        yield return ((int)FromStatus).ToString(CultureInfo.InvariantCulture);
        yield return ((int)ToStatus).ToString(CultureInfo.InvariantCulture);
        yield return ActorId?.ToString();
        yield return ActorName;
        yield return ActorRole.ToString();
        yield return Subject;
        yield return Comment;
        // Lines of the time before substitutes were told apart keep the hash they have.
        if (OnBehalfOf is not null)
            yield return OnBehalfOf;
    }
}
