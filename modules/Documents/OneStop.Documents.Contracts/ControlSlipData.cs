namespace OneStop.Documents.Contracts;

/// <summary>Data of the control slip.</summary>
/// <param name="Header">Header.</param>
/// <param name="SolvingAgency">Cơ quan (bộ phận) giải quyết.</param>
/// <param name="CoordinatingAgencies">Cơ quan phối hợp, may be empty.</param>
/// <param name="HandOvers">One row per hand-over, in order.</param>
public sealed record ControlSlipData(FormHeader Header, string SolvingAgency, IReadOnlyList<string> CoordinatingAgencies, IReadOnlyList<HandOverRow> HandOvers);

/// <summary>A hand-over.</summary>
/// <param name="AgencyName">Unit that takes the dossier.</param>
/// <param name="At">When, UTC.</param>
/// <param name="GivenBy">Người giao, or null for the system.</param>
/// <param name="TakenBy">Người nhận; null while nobody has.</param>
/// <param name="Timeliness">How that unit kept its time.</param>
/// <param name="Note">Ghi chú, or null.</param>
public sealed record HandOverRow(string AgencyName, DateTimeOffset At, string? GivenBy, string? TakenBy, HandOverTimeliness Timeliness, string? Note);

/// <summary>Kết quả giải quyết hồ sơ of a hand-over.</summary>
public enum HandOverTimeliness
{
    /// <summary>Still with that unit.</summary>
    Open,

    /// <summary>Done, and nothing set a term.</summary>
    NoTerm,

    /// <summary>Trước hạn.</summary>
    Early,

    /// <summary>Đúng hạn.</summary>
    OnTime,

    /// <summary>Quá hạn.</summary>
    Late,
}
