using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;

namespace OneStop.Dossiers.Data;

internal sealed class DossiersDbContext(DbContextOptions<DossiersDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "dossiers";

    public override string Schema => SchemaName;
}
