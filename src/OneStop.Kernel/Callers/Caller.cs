namespace OneStop.Kernel.Callers;

/// <summary>How far a role reaches from where it is held.</summary>
public enum Reach
{
    /// <summary>Only what is the caller's own.</summary>
    Own,

    /// <summary>The agency (and department, when the post is in one) where the post is.</summary>
    Unit,

    /// <summary>The agency and everything below it.</summary>
    UnitAndBelow,

    /// <summary>The whole province.</summary>
    Province,
}

/// <summary>What sort of account acts.</summary>
public enum CallerKind
{
    /// <summary>Nobody is signed in.</summary>
    Anonymous,

    /// <summary>A citizen or business.</summary>
    Citizen,

    /// <summary>An official.</summary>
    Staff,

    /// <summary>The system itself: jobs, event handlers, verbs.</summary>
    System,
}

/// <summary>One role held at one place.</summary>
/// <param name="Role">Role code, for example <c>desk_clerk</c>.</param>
/// <param name="Reach">How far it reaches.</param>
/// <param name="AgencyId">Agency of the post; empty for citizens.</param>
/// <param name="AgencyPath">Materialised path of that agency, for example <c>/H26/H26.11/</c>; everything below starts with it.</param>
/// <param name="DepartmentId">Department of the post, or null.</param>
/// <param name="PostId">The post; empty for citizens.</param>
/// <param name="Title">Title of the post as printed under a signature.</param>
public sealed record Assignment(string Role, Reach Reach, Guid AgencyId, string AgencyPath, Guid? DepartmentId = null, Guid PostId = default, string Title = "")
{
    /// <summary>The absent holder in whose place it is held, or null where the post is the caller's own.</summary>
    public InPlaceOf? InPlaceOf { get; init; }
}

/// <summary>Whose work a substitute does.</summary>
/// <param name="AccountId">The absent one.</param>
/// <param name="Name">Name of the absent one.</param>
/// <param name="Through">Last day.</param>
public sealed record InPlaceOf(Guid AccountId, string Name, DateOnly Through);

/// <summary>Who acts, and with which roles. Immutable; one per deed.</summary>
/// <param name="AccountId">The account, or null for anonymous and system.</param>
/// <param name="Name">Name shown in histories.</param>
/// <param name="Kind">What sort of account it is.</param>
/// <param name="Assignments">Roles and places.</param>
public sealed record Caller(Guid? AccountId, string Name, CallerKind Kind, IReadOnlyList<Assignment> Assignments)
{
    /// <summary>Nobody.</summary>
    public static Caller Anonymous { get; } = new(null, "", CallerKind.Anonymous, []);

    /// <summary>The system itself; it holds every permission.</summary>
    public static Caller System { get; } = new(null, "system", CallerKind.System, []);

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn => AccountId is not null;

    /// <summary>The account id; throws when nobody is signed in.</summary>
    public Guid Id => AccountId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The same caller on a day: what is held in the place of others ends with its last day, however long a session lasts.</summary>
    public Caller On(DateOnly day) =>
        Assignments.All(a => a.InPlaceOf is null || day <= a.InPlaceOf.Through) ? this : this with { Assignments = [.. Assignments.Where(a => a.InPlaceOf is null || day <= a.InPlaceOf.Through)] };

    /// <summary>The same caller, standing in for these and nobody else.</summary>
    public Caller InPlaceOnlyOf(IReadOnlySet<Guid> absent) =>
        Assignments.All(a => a.InPlaceOf is null || absent.Contains(a.InPlaceOf.AccountId)) ? this : this with { Assignments = [.. Assignments.Where(a => a.InPlaceOf is null || absent.Contains(a.InPlaceOf.AccountId))] };

    /// <summary>Whether any of the roles is held.</summary>
    public bool HasRole(params string[] roles) => Assignments.Any(a => roles.Contains(a.Role, StringComparer.Ordinal));

    /// <summary>Whether one of the assignments whose role is in <paramref name="roles"/> reaches the agency at <paramref name="agencyPath"/>.</summary>
    public bool Reaches(IReadOnlyCollection<string> roles, string agencyPath) =>
        Kind == CallerKind.System || Assignments.Any(a => roles.Contains(a.Role) && a.Reach switch
        {
            Reach.Province => true,
            Reach.UnitAndBelow => agencyPath.StartsWith(a.AgencyPath, StringComparison.Ordinal),
            Reach.Unit => string.Equals(agencyPath, a.AgencyPath, StringComparison.Ordinal),
            _ => false,
        });
}

/// <summary>The caller of the current service scope.</summary>
public interface ICallerContext
{
    /// <summary>Who acts.</summary>
    Caller Caller { get; }
}

/// <summary>Where the caller of a request or circuit comes from; the host implements it.</summary>
public interface ICallerSource
{
    /// <summary>Who is signed in now; <see cref="Caller.Anonymous"/> when nobody is.</summary>
    ValueTask<Caller> GetAsync();
}

internal sealed class CallerContext : ICallerContext
{
    public Caller Caller { get; set; } = Caller.Anonymous;
}
