using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;

namespace OneStop.Organisation.Data;

internal sealed class OrganisationDbContext(DbContextOptions<OrganisationDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "org";

    public override string Schema => SchemaName;
}
