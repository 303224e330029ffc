using Microsoft.EntityFrameworkCore;

namespace OneStop.Kernel.Data;

// The kernel's own tables alone: outbox delivery, data-protection keys, health.
internal sealed class KernelDbContext(DbContextOptions<KernelDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => SchemaModel.KernelSchema;
}
