using System.Security.Claims;
using System.Text.Json;

namespace OneStop.Kernel.Callers;

/// <summary>Carries a <see cref="Caller"/> in a <see cref="ClaimsPrincipal"/> and back.</summary>
public static class CallerClaims
{
    private const string KindClaim = "kind";
    private const string AssignmentClaim = "assignment";

    /// <summary>Claims that say what <paramref name="caller"/> is; id and name are the standard ones.</summary>
    public static IEnumerable<Claim> ToClaims(Caller caller)
    {
        yield return new Claim(KindClaim, caller.Kind.ToString());
        foreach (var assignment in caller.Assignments)
            yield return new Claim(AssignmentClaim, JsonSerializer.Serialize(assignment));
    }

    /// <summary>The caller that a principal stands for; anonymous when it is not authenticated.</summary>
    public static Caller FromPrincipal(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true } || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return Caller.Anonymous;

        var kind = Enum.TryParse<CallerKind>(principal.FindFirstValue(KindClaim), out var found) ? found : CallerKind.Citizen;
        var assignments = principal.FindAll(AssignmentClaim).Select(c => JsonSerializer.Deserialize<Assignment>(c.Value)!).ToArray();
        return new Caller(id, principal.FindFirstValue(ClaimTypes.Name) ?? "", kind, assignments);
    }
}
