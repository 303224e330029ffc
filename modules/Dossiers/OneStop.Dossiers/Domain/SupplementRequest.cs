namespace OneStop.Dossiers.Domain;

internal enum SupplementStage
{
    BeforeAcceptance,
    AfterAcceptance,
}

// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02) and its answer.
internal sealed class SupplementRequest
{
    public const int ItemsLength = 4000;

    public Guid Id { get; init; }
    public Guid DossierId { get; init; }
    public SupplementStage Stage { get; init; }
    public int Number { get; init; }
    public required string ItemLines { get; init; }
    public required string Reason { get; init; }
    public string? LegalBasis { get; init; }
    public DateOnly? AnswerBy { get; init; }
    // The last day of the procedure's own term for an answer; the day after, the dossier stops by law. Null when the procedure sets none.
    public DateOnly? StopsAfter { get; init; }
    public Guid? TaskId { get; init; }
    public Guid AgencyId { get; init; }
    public required string AgencyName { get; init; }
    public Guid? AskedById { get; init; }
    public required string AskedByName { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    // The superior who agreed to a further request of the same agency (NĐ 107/2021, NĐ 118/2025); null where none is needed.
    public string? ConsentByName { get; init; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? Answer { get; private set; }

    public IReadOnlyList<string> Items => ItemLines.Split('\n');

    public bool IsOpen => AnsweredAt is null;

    internal void Close(string? answer, DateTimeOffset now)
    {
        Answer = answer;
        AnsweredAt = now;
    }
}
