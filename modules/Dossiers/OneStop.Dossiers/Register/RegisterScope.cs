using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;

namespace OneStop.Dossiers.Register;

// What the requester may read, written with the order: "*" the province, "=path" one unit, "<path" a unit and those below.
internal static class RegisterScope
{
    public static string Of(IEnumerable<Assignment> assignments)
    {
        var parts = assignments.Select(a => a.Reach switch
        {
            Reach.Province => "*",
            Reach.UnitAndBelow => $"<{a.AgencyPath}",
            Reach.Unit => $"={a.AgencyPath}",
            _ => null,
        }).OfType<string>().Distinct().ToArray();
        return parts.Contains("*") ? "*" : string.Join('\n', parts);
    }

    public static IQueryable<Dossier> Within(IQueryable<Dossier> dossiers, string scope)
    {
        if (scope == "*")
            return dossiers;
        var parts = scope.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var units = parts.Where(p => p[0] == '=').Select(p => p[1..]).ToArray();
        var below = parts.Where(p => p[0] == '<').Select(p => p[1..] + "%").ToArray();
        return dossiers.Where(d => units.Contains(d.ReceivingAgencyPath) || below.Any(p => EF.Functions.Like(d.ReceivingAgencyPath, p)));
    }
}
