using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;

namespace OneStop.Catalogue.Data;

internal sealed class CatalogueDbContext(DbContextOptions<CatalogueDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "catalogue";

    public override string Schema => SchemaName;
}
