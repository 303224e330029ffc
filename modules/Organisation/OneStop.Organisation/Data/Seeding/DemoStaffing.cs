using OneStop.Identity.Contracts;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Data.Seeding;

// How the demonstration names its units and people; the same at every run.
internal static class DemoStaffing
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"];
    private static readonly string[] Middles = ["Văn", "Thị", "Đức", "Thu", "Minh", "Ngọc", "Quang", "Thanh", "Hữu", "Kim", "Xuân", "Hồng"];
    private static readonly string[] Givens =
    [
        "Anh", "Bảo", "Chi", "Dũng", "Giang", "Hà", "Hải", "Hạnh", "Hiếu", "Hoa", "Hùng", "Hương", "Khánh", "Lan", "Linh", "Long", "Mai", "Nam", "Nga", "Oanh",
        "Phong", "Phương", "Quân", "Sơn", "Tâm", "Thảo", "Thủy", "Trang", "Tuấn", "Vân", "Việt", "Yến",
    ];

    // Codes of the units whose agencies are staffed: those of the table, or the first of the province, and the province itself.
    public static HashSet<string> StaffedUnits(string province, IReadOnlyCollection<AdministrativeUnit> units)
    {
        var codes = OrganisationSources.DemoUnits().Where(d => d.Province == province).Select(d => d.Unit).ToHashSet();
        if (codes.Count == 0)
        {
            var districts = units.Where(u => u.ParentCode == province).OrderBy(u => u.Code).Take(2).ToArray();
            codes.UnionWith(districts.Select(d => d.Code));
            foreach (var (district, count) in districts.Zip([2, 1]))
                codes.UnionWith(units.Where(u => u.ParentCode == district.Code).OrderBy(u => u.Code).Take(count).Select(u => u.Code));
        }

        codes.Add(province);
        return codes;
    }

    // Phường Trúc Bạch: trucbach; Quận Ba Đình: quan-badinh; the province itself: tp.
    public static string SlugOf(AdministrativeUnit unit)
    {
        var slug = unit.Slug.Replace("_", "", StringComparison.Ordinal);
        return unit.LevelCode switch
        {
            "xa" => slug,
            "huyen" => $"{DistrictKind(unit.Kind)}-{slug}",
            _ => "tp",
        };
    }

    public static string SignInName(Post post, Department department, Agency agency, IReadOnlyDictionary<string, string> unitSlugs)
    {
        var place = agency.Kind switch
        {
            "ubnd_tinh" or "ubnd_huyen" or "ubnd_xa" => unitSlugs[agency.UnitCode],
            "vpdkdd" => $"vpdkdd-{unitSlugs[agency.UnitCode]}",
            _ => agency.Kind.Replace('_', '-'),
        };
        var number = post.Role is Roles.DeskClerk or Roles.Officer or Roles.ProcessAdmin && department.Group is not Department.OfficeGroup && IsSecond(post) ? "2" : "";
        var task = department.Code.Replace('_', '-');
        return post.Role switch
        {
            Roles.DeskClerk => $"motcua{number}.{place}",
            Roles.AgencyLeader => $"{LeaderWord(post.Title)}.{place}",
            Roles.RecordsClerk => $"vanthu.{place}",
            Roles.Accountant => $"ketoan.{place}",
            Roles.UnitAdmin => $"quantri.{place}",
            Roles.Inspector => $"thanhtra.{place}",
            Roles.ProcessAdmin => $"nghiepvu{number}.{place}",
            Roles.SystemAdmin => $"hethong.{place}",
            Roles.DepartmentHead => $"lanhdao-{task}.{place}",
            _ => $"chuyenvien{number}-{task}.{place}",
        };
    }

    public static string NameFor(Post post, Department department, Agency agency)
    {
        var seed = Hash($"{agency.Code}/{department.Code}/{post.Role}/{post.Ordinal}");
        return $"{Pick(Families, seed)} {Pick(Middles, seed / 31)} {Pick(Givens, seed / 977)}";
    }

    // Posts are made in order: the second desk clerk follows the first, the second officer follows head and officer.
    private static bool IsSecond(Post post) => post.Role is Roles.DeskClerk or Roles.ProcessAdmin ? post.Ordinal == 2 : post.Ordinal == 3;

    private static string LeaderWord(string title) => title switch
    {
        "Chủ tịch" => "chutich",
        "Phó Chủ tịch" => "phochutich",
        "Giám đốc" => "giamdoc",
        _ => "phogiamdoc",
    };

    private static string DistrictKind(string kind) => kind switch
    {
        "Quận" => "quan",
        "Huyện" => "huyen",
        "Thị xã" => "tx",
        _ => "tp",
    };

    private static T Pick<T>(T[] from, uint seed) => from[seed % (uint)from.Length];

    // FNV-1a: the same on every machine and every run.
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
