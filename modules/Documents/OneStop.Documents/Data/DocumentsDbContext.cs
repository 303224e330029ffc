using Microsoft.EntityFrameworkCore;
using OneStop.Documents.Domain;
using OneStop.Kernel.Data;

namespace OneStop.Documents.Data;

internal sealed class DocumentsDbContext(DbContextOptions<DocumentsDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "documents";

    public override string Schema => SchemaName;

    public DbSet<IssuedPaper> Papers => Set<IssuedPaper>();
}
