using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;

namespace OneStop.Organisation;

internal static class OrganisationPermissions
{
    public const string ManagePosts = "organisation.manage_posts";
    public const string ManageCalendars = "organisation.manage_calendars";

    public static IReadOnlyList<Permission> All { get; } = [new(ManagePosts, Roles.UnitAdmin, Roles.SystemAdmin), new(ManageCalendars, Roles.ProcessAdmin, Roles.UnitAdmin)];
}
