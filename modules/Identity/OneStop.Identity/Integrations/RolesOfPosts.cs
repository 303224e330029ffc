using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;

namespace OneStop.Identity.Integrations;

// How far each role reaches from the post where it is held (domain rules: own, unit, unit and below, province).
internal static class RolesOfPosts
{
    public static Reach ReachOf(string role) => role switch
    {
        Roles.AgencyLeader or Roles.UnitAdmin => Reach.UnitAndBelow,
        Roles.Inspector or Roles.ProcessAdmin or Roles.SystemAdmin => Reach.Province,
        Roles.Citizen => Reach.Own,
        _ => Reach.Unit,
    };

    public static bool IsAdministration(string role) => role is Roles.UnitAdmin or Roles.ProcessAdmin or Roles.SystemAdmin;
}
