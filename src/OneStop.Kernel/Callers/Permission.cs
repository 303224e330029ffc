namespace OneStop.Kernel.Callers;

/// <summary>A permission a module declares, with the roles that hold it.</summary>
/// <param name="Code">Stable code, <c>module.deed</c>.</param>
/// <param name="Roles">Role codes that hold it.</param>
public sealed record Permission(string Code, params string[] Roles);

/// <summary>All permissions of all modules.</summary>
public sealed class PermissionCatalogue
{
    private readonly Dictionary<string, HashSet<string>> rolesByPermission;

    /// <summary>Gathers what the modules declare; a code declared twice is a bug.</summary>
    public PermissionCatalogue(IEnumerable<Modules.IModule> modules)
    {
        var all = modules.SelectMany(m => m.Permissions).ToArray();
        rolesByPermission = all.ToDictionary(p => p.Code, p => p.Roles.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        All = all;
    }

    /// <summary>Every declared permission.</summary>
    public IReadOnlyList<Permission> All { get; }

    /// <summary>Whether the permission exists.</summary>
    public bool Knows(string permission) => rolesByPermission.ContainsKey(permission);

    /// <summary>Whether the caller holds the permission anywhere; the handler checks where.</summary>
    public bool Allows(Caller caller, string permission) =>
        caller.Kind == CallerKind.System
        || (rolesByPermission.TryGetValue(permission, out var roles) && caller.Assignments.Any(a => roles.Contains(a.Role)));

    /// <summary>Whether the caller holds the permission over the agency at the path.</summary>
    public bool Allows(Caller caller, string permission, string agencyPath) =>
        rolesByPermission.TryGetValue(permission, out var roles) && caller.Reaches(roles, agencyPath);

    /// <summary>The caller's assignments that carry the permission, for filtering lists by place.</summary>
    public IReadOnlyList<Assignment> AssignmentsFor(Caller caller, string permission) =>
        rolesByPermission.TryGetValue(permission, out var roles) ? [.. caller.Assignments.Where(a => roles.Contains(a.Role))] : [];
}
