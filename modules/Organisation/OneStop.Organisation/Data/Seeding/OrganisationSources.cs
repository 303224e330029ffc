using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace OneStop.Organisation.Data.Seeding;

internal sealed record UnitRow(string Code, string Name, string FullName, string Kind, string Slug, string? ParentCode, string ProvinceCode);

internal sealed record AgencyKindRow(string Kind, string Level, string? Parent, string Per, int FirstSuffix, string Name);

internal sealed record DepartmentRow(string AgencyKind, string Code, string Group, string Name, string? RuralName);

internal sealed record PostRow(string AgencyKind, string Group, string Role, string Title, int Count);

internal sealed record FieldRow(string Field, string LevelCode, string AgencyKind, string DepartmentCode);

// Reads the embedded tables; Data/Sources/README.md says what they are.
internal static class OrganisationSources
{
    private static readonly string[] FieldLevels = ["xa", "huyen", "tinh"];

    public static IEnumerable<(string Code, int Rank, string Name, string NameEn)> Levels() =>
        Read("levels.csv", r => (Text(r, "code"), Number(r, "rank"), Text(r, "name"), Text(r, "name_en")));

    public static IEnumerable<UnitRow> Provinces() => Read("units3_provinces.csv.gz", r => Unit(r, null, Text(r, "code")));

    public static IEnumerable<UnitRow> Districts(string province) =>
        Read("units3_districts.csv.gz", r => Unit(r, Text(r, "province_code"), Text(r, "province_code"))).Where(u => u.ProvinceCode == province);

    public static IEnumerable<UnitRow> Communes(string province) =>
        Read("units3_wards.csv.gz", r => Unit(r, Text(r, "district_code"), Text(r, "province_code"))).Where(u => u.ProvinceCode == province);

    public static IEnumerable<(DateOnly Day, string Name, string Kind, string Certainty)> Holidays() =>
        Read("holidays.csv", r => (DateOnly.ParseExact(Text(r, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture), Text(r, "name"), Text(r, "kind"), Text(r, "certainty")));

    // Identifier of the province's People's Committee, by the province's statistics code.
    public static string? IdentifierOf(string province) =>
        Read("agency_codes.csv", r => (Code: Text(r, "code"), Province: Text(r, "province_code_3level"))).FirstOrDefault(r => r.Province == province).Code;

    public static IEnumerable<(string Code, string Name)> CentralBodies() =>
        Read("agency_codes.csv", r => (Code: Text(r, "code"), Name: Text(r, "name"))).Where(r => r.Code.StartsWith('G'));

    public static IEnumerable<AgencyKindRow> AgencyKinds() => Read("agency_kinds.csv", r =>
        new AgencyKindRow(Text(r, "kind"), Text(r, "level"), Optional(r, "parent"), Text(r, "per"), Number(r, "first_suffix"), Text(r, "name")));

    public static IEnumerable<DepartmentRow> Departments() => Read("departments.csv", r =>
        new DepartmentRow(Text(r, "agency_kind"), Text(r, "code"), Text(r, "group"), Text(r, "name"), Optional(r, "name_rural")));

    public static IEnumerable<PostRow> Posts() => Read("posts.csv", r =>
        new PostRow(Text(r, "agency_kind"), Text(r, "group"), Text(r, "role"), Text(r, "title"), Number(r, "count")));

    public static IEnumerable<FieldRow> Fields() => Read("field_departments.csv", r => FieldLevels.Select(level =>
    {
        var target = Text(r, level).Split('/');
        return new FieldRow(Text(r, "field"), level, target[0], target[1]);
    }).ToArray()).SelectMany(rows => rows);

    public static IEnumerable<(string Province, string Level, string Unit)> DemoUnits() =>
        Read("demo_units.csv", r => (Text(r, "province"), Text(r, "level"), Text(r, "unit")));

    private static UnitRow Unit(CsvReader row, string? parent, string province) =>
        new(Text(row, "code"), Text(row, "name"), Text(row, "full_name"), Text(row, "kind"), Text(row, "slug"), parent, province);

    private static string Text(CsvReader row, string column) => row.GetString(column);

    private static string? Optional(CsvReader row, string column) => row.GetString(column) is { Length: > 0 } text ? text : null;

    private static int Number(CsvReader row, string column) => int.Parse(Text(row, column), CultureInfo.InvariantCulture);

    private static List<T> Read<T>(string file, Func<CsvReader, T> read)
    {
        using var resource = typeof(OrganisationSources).Assembly.GetManifestResourceStream("Sources/" + file)
            ?? throw new InvalidOperationException($"The table {file} is not embedded.");
        using var stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(resource, CompressionMode.Decompress) : resource;
        using var csv = CsvReader.Create(new StreamReader(stream));
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(read(csv));
        return rows;
    }
}
