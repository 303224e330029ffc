using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;

namespace OneStop.Approvals;

internal static class Permissions
{
    /// <summary>Has work in the inbox. Each task says further which role at which unit.</summary>
    public const string Work = "approvals.work";

    /// <summary>Gives a task of the unit to another holder of the same role.</summary>
    public const string Reassign = "approvals.reassign";

    /// <summary>Wishes one deed for many tasks. Which deed on which tasks, each deed says itself.</summary>
    public const string Bulk = "approvals.bulk";

    /// <summary>Deploys processes and mends incidents.</summary>
    public const string Operate = "approvals.operate";

    /// <summary>Draws processes, and reviews and publishes what another has drawn.</summary>
    public const string Design = "approvals.design";

    /// <summary>Looks at published processes and at the way of dossiers through them. Which dossiers, the deed itself says.</summary>
    public const string View = "approvals.view";

    /// <summary>Held by nobody: event handlers, jobs and seeds only.</summary>
    public const string SystemOnly = "approvals.system";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Work, [.. Roles.CaseWork]),
        new(Reassign, Roles.DepartmentHead, Roles.AgencyLeader, Roles.UnitAdmin),
        new(Bulk, [.. Roles.CaseWork, Roles.UnitAdmin]),
        new(Operate, Roles.ProcessAdmin),
        new(Design, Roles.ProcessAdmin),
        new(View, [.. Roles.CaseWork, Roles.ProcessAdmin, Roles.Inspector, Roles.UnitAdmin]),
        new(SystemOnly),
    ];
}
