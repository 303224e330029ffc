namespace OneStop.Documents.Contracts;

/// <summary>One volume (quyển) of the register of dossiers.</summary>
/// <param name="SuperiorAgency">Agency above, or null.</param>
/// <param name="AgencyName">Agency that keeps the register.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Volume">Number of this volume, from 1.</param>
/// <param name="InForceOn">The day whose form is printed.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="Rows">Rows of this volume.</param>
public sealed record RegisterData(
    string? SuperiorAgency, string AgencyName, DateOnly From, DateOnly To, int Volume, DateOnly InForceOn, DateTimeOffset MadeAt, IReadOnlyList<RegisterRow> Rows);

/// <summary>A row of the register, in the order of its columns.</summary>
/// <param name="Number">STT.</param>
/// <param name="Code">Mã hồ sơ.</param>
/// <param name="ProcedureName">Tên thủ tục hành chính.</param>
/// <param name="Sets">Số lượng hồ sơ (bộ).</param>
/// <param name="ApplicantName">Tên cá nhân, tổ chức.</param>
/// <param name="Contact">Địa chỉ, số điện thoại.</param>
/// <param name="SolvingAgency">Cơ quan chủ trì giải quyết.</param>
/// <param name="ReceivedAt">Nhận hồ sơ, UTC.</param>
/// <param name="DueAt">Hẹn trả kết quả, UTC.</param>
/// <param name="ForwardedAt">Chuyển hồ sơ đến cơ quan giải quyết, UTC.</param>
/// <param name="ResultAt">Nhận kết quả từ cơ quan giải quyết, UTC.</param>
/// <param name="ReturnedAt">Trả kết quả: ngày, UTC.</param>
/// <param name="ReturnMethod">Phương thức nhận kết quả.</param>
/// <param name="SignedFor">Ký nhận.</param>
/// <param name="Note">Ghi chú.</param>
public sealed record RegisterRow(
    int Number, string Code, string ProcedureName, int Sets, string ApplicantName, string Contact, string SolvingAgency, DateTimeOffset ReceivedAt,
    DateTimeOffset? DueAt, DateTimeOffset? ForwardedAt, DateTimeOffset? ResultAt, DateTimeOffset? ReturnedAt, string? ReturnMethod, string? SignedFor, string? Note);
