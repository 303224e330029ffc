namespace OneStop.Catalogue.Domain;

// Codes of the national catalogue, commune first: the nearest level is shown first.
internal static class LevelCodes
{
    public const string Commune = "xa";
    public const string District = "huyen";
    public const string Province = "tinh";
    public const string Ministry = "bo";
    public const string Other = "khac";
    public static readonly string[] All = [Commune, District, Province, Ministry, Other];
}

internal static class AudienceCodes
{
    public const string Citizen = "citizen";
    public const string Overseas = "overseas";
    public const string Foreigner = "foreigner";
    public const string Business = "business";
    public const string Cooperative = "cooperative";
    public const string Organisation = "organisation";
    public const string Official = "official";
    public static readonly string[] All = [Citizen, Business, Organisation, Cooperative, Official, Overseas, Foreigner];

    public static string? Of(string published) => published.Trim() switch
    {
        "Công dân Việt Nam" => Citizen,
        "Người Việt Nam định cư ở nước ngoài" => Overseas,
        "Người nước ngoài" or "Người nước ngoài cư trú tại Việt Nam" => Foreigner,
        "Doanh nghiệp" or "Doanh nghiệp Việt Nam" or "Doanh nghiệp có vốn đầu tư nước ngoài" => Business,
        "Hợp tác xã" => Cooperative,
        "Tổ chức (không bao gồm doanh nghiệp, HTX)" or "Tổ chức nước ngoài" or "Tổ chức Đảng" => Organisation,
        "Cán bộ, công chức, viên chức" or "Đảng viên" => Official,
        _ => null,
    };
}
