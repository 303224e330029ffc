using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;

namespace OneStop.Dossiers;

// Permissions of the desk, of reading within a unit and of the system's own deeds. A technical administrator holds none of them.
internal static class DeskPermissions
{
    public const string Receive = "dossiers.receive";
    public const string ReturnResult = "dossiers.return_result";
    public const string ReadUnit = "dossiers.read_unit";
    public const string ExportRegister = "dossiers.export_register";
    public const string CorrectResult = "dossiers.correct_result";
    public const string RevokeResult = "dossiers.revoke_result";
    public const string CountWrongLookup = "dossiers.count_wrong_lookup";
    public const string LeaveTimeOut = "dossiers.leave_time_out";
    public const string WatchDeadlines = "dossiers.watch_deadlines";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Receive, Roles.DeskClerk),
        new(ReturnResult, Roles.DeskClerk),
        new(ReadUnit, [.. Roles.CaseWork, Roles.Inspector]),
        new(ExportRegister, Roles.DeskClerk, Roles.DepartmentHead, Roles.AgencyLeader),
        new(CorrectResult, Roles.AgencyLeader),
        new(LeaveTimeOut, Roles.Officer, Roles.DepartmentHead, Roles.AgencyLeader),
        new(RevokeResult, Roles.AgencyLeader),
        // Nobody but the system itself.
        new(CountWrongLookup),
        new(WatchDeadlines),
    ];
}
