namespace OneStop.Documents.Contracts;

/// <summary>Data of Mẫu 04.</summary>
/// <param name="Header">Header; <see cref="FormHeader.Number"/> is the number of the letter.</param>
/// <param name="ReceivedAt">When the dossier was received, UTC.</param>
/// <param name="PromisedAt">The appointment that was not kept, UTC.</param>
/// <param name="Reason">Lý do.</param>
/// <param name="NewDueAt">The new appointment, UTC.</param>
/// <param name="Times">Which apology of the dossier this is, from 1.</param>
/// <param name="SignerAuthority">Authority line (TM., KT., TL.) or null.</param>
/// <param name="SignerTitle">Title of the signer; empty while nobody has signed.</param>
/// <param name="SignerName">Name of the signer; empty while nobody has signed.</param>
public sealed record ApologyData(
    FormHeader Header, DateTimeOffset ReceivedAt, DateTimeOffset PromisedAt, string Reason, DateTimeOffset NewDueAt, int Times, string? SignerAuthority,
    string SignerTitle, string SignerName)
{
    /// <summary>Time asked for in words, for example <c>03 ngày làm việc</c>; null prints the new appointment alone.</summary>
    public string? ExtraTime { get; init; }

    /// <summary>Unit that used up the time; or null.</summary>
    public string? LateUnit { get; init; }

    /// <summary>Nơi nhận, one line each.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}
