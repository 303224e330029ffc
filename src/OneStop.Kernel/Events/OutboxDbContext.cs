using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;

namespace OneStop.Kernel.Events;

internal sealed class OutboxDbContext(DbContextOptions<OutboxDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => SchemaModel.KernelSchema;
}
