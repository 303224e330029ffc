using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Organisation.Contracts;

namespace OneStop.TestKit.Callers;

// People of every role. Without a place they work at one made-up ward, so that tests of a single module need no organisation.
public static class TestCallers
{
    public static readonly TestPlace Ward = new(new Guid("00000000-0000-7000-8000-000000000003"), "/H26/H26.1/H26.1.1/");
    public static readonly TestPlace District = new(new Guid("00000000-0000-7000-8000-000000000002"), "/H26/H26.1/");
    public static readonly TestPlace City = new(new Guid("00000000-0000-7000-8000-000000000001"), "/H26/");

    public static Caller Anonymous => Caller.Anonymous;

    public static Caller Citizen(string name = "Nguyễn Thị An", Guid? id = null) =>
        new(id ?? Guid.CreateVersion7(), name, CallerKind.Citizen, [new Assignment(Roles.Citizen, Reach.Own, Guid.Empty, "")]);

    public static Caller DeskClerk(TestPlace? place = null) => Staff("Trần Văn Bình", Roles.DeskClerk, Reach.Unit, place, "Cán bộ Bộ phận Một cửa");

    public static Caller Officer(TestPlace? place = null) => Staff("Lê Thị Cúc", Roles.Officer, Reach.Unit, place, "Chuyên viên");

    public static Caller DepartmentHead(TestPlace? place = null) => Staff("Phạm Văn Dũng", Roles.DepartmentHead, Reach.Unit, place, "Trưởng phòng");

    public static Caller AgencyLeader(TestPlace? place = null) => Staff("Hoàng Thị Hà", Roles.AgencyLeader, Reach.UnitAndBelow, place, "Chủ tịch");

    public static Caller RecordsClerk(TestPlace? place = null) => Staff("Vũ Văn Kiên", Roles.RecordsClerk, Reach.Unit, place, "Văn thư");

    public static Caller Accountant(TestPlace? place = null) => Staff("Đặng Thị Lan", Roles.Accountant, Reach.Unit, place, "Kế toán");

    public static Caller Inspector() => Staff("Bùi Văn Minh", Roles.Inspector, Reach.Province, City, "Thanh tra viên");

    public static Caller UnitAdmin(TestPlace? place = null) => Staff("Đỗ Thị Nga", Roles.UnitAdmin, Reach.UnitAndBelow, place, "Quản trị đơn vị");

    public static Caller ProcessAdmin() => Staff("Ngô Văn Phúc", Roles.ProcessAdmin, Reach.Province, City, "Quản trị nghiệp vụ");

    public static Caller SystemAdmin() => Staff("Dương Thị Quỳnh", Roles.SystemAdmin, Reach.Province, City, "Quản trị hệ thống");

    public static Caller Staff(string name, string role, Reach reach, TestPlace? place = null, string title = "", Guid? id = null)
    {
        var at = place ?? Ward;
        var assignment = new Assignment(role, reach, at.AgencyId, at.AgencyPath, at.DepartmentId, Guid.CreateVersion7(), title);
        return new Caller(id ?? Guid.CreateVersion7(), name, CallerKind.Staff, [assignment]);
    }

    // One caller of each role, anonymous included, for tests that try a door with everyone.
    public static IReadOnlyDictionary<string, Caller> OneOfEach(TestPlace? place = null) => new Dictionary<string, Caller>(StringComparer.Ordinal)
    {
        ["anonymous"] = Anonymous,
        [Roles.Citizen] = Citizen(),
        [Roles.DeskClerk] = DeskClerk(place),
        [Roles.Officer] = Officer(place),
        [Roles.DepartmentHead] = DepartmentHead(place),
        [Roles.AgencyLeader] = AgencyLeader(place),
        [Roles.RecordsClerk] = RecordsClerk(place),
        [Roles.Accountant] = Accountant(place),
        [Roles.Inspector] = Inspector(),
        [Roles.UnitAdmin] = UnitAdmin(place),
        [Roles.ProcessAdmin] = ProcessAdmin(),
        [Roles.SystemAdmin] = SystemAdmin(),
    };
}

// Where a post is.
public sealed record TestPlace(Guid AgencyId, string AgencyPath, Guid? DepartmentId = null)
{
    public static TestPlace At(AgencyInfo agency, Guid? departmentId = null) => new(agency.Id, agency.Path, departmentId);
}
