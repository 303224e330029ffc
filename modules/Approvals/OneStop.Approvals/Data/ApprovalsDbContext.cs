using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;

namespace OneStop.Approvals.Data;

internal sealed class ApprovalsDbContext(DbContextOptions<ApprovalsDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "approvals";

    public override string Schema => SchemaName;
}
