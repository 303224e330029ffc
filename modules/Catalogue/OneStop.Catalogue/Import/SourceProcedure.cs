using System.Text.Json.Serialization;

namespace OneStop.Catalogue.Import;

// One line of the published file; the names are those of the file (Data/Seed/README.md).
internal sealed record SourceProcedure
{
    [JsonPropertyName("ma")] public string? Code { get; init; }
    [JsonPropertyName("ten")] public string? Name { get; init; }
    [JsonPropertyName("ten_thuong_goi")] public string? PlainName { get; init; }
    [JsonPropertyName("bo")] public string? Ministry { get; init; }
    [JsonPropertyName("cap")] public string[]? Levels { get; init; }
    [JsonPropertyName("linh_vuc")] public string? Field { get; init; }
    [JsonPropertyName("quyet_dinh")] public string? Decision { get; init; }
    [JsonPropertyName("loai")] public string? Kind { get; init; }
    [JsonPropertyName("doi_tuong")] public string[]? Audiences { get; init; }
    [JsonPropertyName("co_quan_thuc_hien")] public string[]? Agencies { get; init; }
    [JsonPropertyName("co_quan_tham_quyen")] public string? Authority { get; init; }
    [JsonPropertyName("co_quan_phoi_hop")] public string? Coordinating { get; init; }
    [JsonPropertyName("dia_chi_tiep_nhan")] public string? ReceivingAddress { get; init; }
    [JsonPropertyName("cach_thuc")] public SourceChannel[]? Channels { get; init; }
    [JsonPropertyName("thanh_phan")] public SourceComponent[]? Components { get; init; }
    [JsonPropertyName("thanh_phan_goc")] public string? RawComponents { get; init; }
    [JsonPropertyName("ket_qua")] public SourceResult[]? Results { get; init; }
    [JsonPropertyName("can_cu")] public SourceLegalBasis[]? LegalBases { get; init; }
    [JsonPropertyName("trinh_tu")] public string? Steps { get; init; }
    [JsonPropertyName("yeu_cau")] public string? Conditions { get; init; }
    [JsonPropertyName("ghi_chu")] public string? Note { get; init; }
    [JsonPropertyName("nguon")] public string? Source { get; init; }
}

internal sealed record SourceChannel
{
    [JsonPropertyName("kenh")] public string? Channel { get; init; }
    [JsonPropertyName("thoi_han")] public decimal? Amount { get; init; }
    [JsonPropertyName("don_vi")] public string? Unit { get; init; }
    [JsonPropertyName("mo_ta")] public string? Description { get; init; }
    [JsonPropertyName("phi")] public SourceFee[]? Fees { get; init; }
}

internal sealed record SourceFee
{
    [JsonPropertyName("so_tien")] public decimal Amount { get; init; }
    [JsonPropertyName("tien_te")] public string? Currency { get; init; }
    [JsonPropertyName("dien_giai")] public string? Note { get; init; }
}

internal sealed record SourceComponent
{
    [JsonPropertyName("ten")] public string? Name { get; init; }
    [JsonPropertyName("ban_chinh")] public int Originals { get; init; }
    [JsonPropertyName("ban_sao")] public int Copies { get; init; }
    [JsonPropertyName("bieu_mau")] public bool HasForm { get; init; }
    [JsonPropertyName("ten_bieu_mau")] public string? FormFile { get; init; }
    [JsonPropertyName("nhom")] public string? Group { get; init; }
}

internal sealed record SourceResult
{
    [JsonPropertyName("ten")] public string? Name { get; init; }
    [JsonPropertyName("ma")] public string? Code { get; init; }
}

internal sealed record SourceLegalBasis
{
    [JsonPropertyName("so_hieu")] public string? Number { get; init; }
    [JsonPropertyName("ten")] public string? Title { get; init; }
}
