namespace OneStop.Identity.Contracts;

/// <summary>Role codes. A citizen has the first; officials get theirs from the posts they hold.</summary>
public static class Roles
{
    /// <summary>Công dân, doanh nghiệp.</summary>
    public const string Citizen = "citizen";

    /// <summary>Cán bộ một cửa: receives, collects the fee, hands over; never decides content.</summary>
    public const string DeskClerk = "desk_clerk";

    /// <summary>Chuyên viên thụ lý: examines and drafts; never signs.</summary>
    public const string Officer = "officer";

    /// <summary>Lãnh đạo phòng: assigns, reviews, may reassign within the department.</summary>
    public const string DepartmentHead = "department_head";

    /// <summary>Lãnh đạo đơn vị: signs.</summary>
    public const string AgencyLeader = "agency_leader";

    /// <summary>Văn thư: numbers and issues; never changes a signed file.</summary>
    public const string RecordsClerk = "records_clerk";

    /// <summary>Kế toán: confirms money; never changes a status.</summary>
    public const string Accountant = "accountant";

    /// <summary>Kiểm soát TTHC, thanh tra: reads the whole province, writes nothing.</summary>
    public const string Inspector = "inspector";

    /// <summary>Quản trị đơn vị: posts and accounts of the agency and below.</summary>
    public const string UnitAdmin = "unit_admin";

    /// <summary>Quản trị nghiệp vụ: catalogue, processes, calendars.</summary>
    public const string ProcessAdmin = "process_admin";

    /// <summary>Quản trị hệ thống: queues, deliveries, settings; never reads dossiers.</summary>
    public const string SystemAdmin = "system_admin";

    /// <summary>Every role of officials.</summary>
    public static IReadOnlyList<string> Staff { get; } =
        [DeskClerk, Officer, DepartmentHead, AgencyLeader, RecordsClerk, Accountant, Inspector, UnitAdmin, ProcessAdmin, SystemAdmin];

    /// <summary>Roles that take part in deciding a dossier.</summary>
    public static IReadOnlyList<string> CaseWork { get; } = [DeskClerk, Officer, DepartmentHead, AgencyLeader, RecordsClerk, Accountant];
}
