using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;

namespace OneStop.Organisation;

internal static class OrganisationPermissions
{
    public const string ManagePosts = "organisation.manage_posts";
    public const string ManageCalendars = "organisation.manage_calendars";

    /// <summary>Names who does the work while one is absent, and ends it. For whom, the deed itself says.</summary>
    public const string Substitute = "organisation.substitute";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(ManagePosts, Roles.UnitAdmin, Roles.SystemAdmin), new(ManageCalendars, Roles.ProcessAdmin, Roles.UnitAdmin),
        new(Substitute, [.. Roles.CaseWork, Roles.UnitAdmin, Roles.SystemAdmin]),
    ];
}
