using Microsoft.AspNetCore.Identity;

namespace OneStop.Identity.Domain;

// Identity's own rows, made ours so that they land in this schema.
internal sealed class AccountToken : IdentityUserToken<Guid>;

internal sealed class AccountClaim : IdentityUserClaim<Guid>;

internal sealed class AccountLogin : IdentityUserLogin<Guid>;

// Former passwords, so that none of the last few comes back (TCVN 11930:2017).
internal sealed class FormerPassword
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string Hash { get; init; }
    public DateTimeOffset ReplacedAt { get; init; }
}
