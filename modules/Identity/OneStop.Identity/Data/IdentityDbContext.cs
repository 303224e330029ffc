using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Domain;
using OneStop.Kernel.Data;

namespace OneStop.Identity.Data;

internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "identity";

    public override string Schema => SchemaName;

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();
}
