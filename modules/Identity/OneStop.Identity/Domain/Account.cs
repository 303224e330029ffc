using Microsoft.AspNetCore.Identity;

namespace OneStop.Identity.Domain;

internal enum AccountKind
{
    Citizen,
    Staff,
}

// One person who signs in. Citizens sign in with their e-mail address, officials also with a sign-in name.
internal sealed class Account : IdentityUser<Guid>
{
    public AccountKind Kind { get; init; }
    public required string FullName { get; set; }

    // Encrypted; the hash finds it again. Declared by the person, so two accounts may claim the same number until one is proved.
    public string? CitizenNumberProtected { get; set; }
    public string? CitizenNumberHash { get; set; }
    public DateOnly? BirthDate { get; set; }
    public string? Address { get; set; }
    public bool IsOrganisation { get; set; }
    public string Culture { get; set; } = "vi";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignInAt { get; set; }

    // An administrator's lock has no end and survives a password reset; the lock after wrong passwords does not.
    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedReason { get; set; }
    public bool IsDemo { get; init; }

    // Neither closed by an administrator nor resting after wrong passwords.
    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && !(LockoutEnd > now);
}
