using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Modules;

namespace OneStop.Kernel.Data;

/// <summary>The whole database, composed from the modules. Only migrations use it; deeds use their module's own context.</summary>
public sealed class OneStopDbContext(DbContextOptions<OneStopDbContext> options, IEnumerable<IModule> modules) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        SchemaModel.ApplyKernel(modelBuilder);
        foreach (var module in modules)
            SchemaModel.Apply(modelBuilder, module.GetType().Assembly, module.Schema);
        SchemaModel.Finish(modelBuilder, Database.ProviderName!);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        SchemaModel.Conventions(configurationBuilder, Database.ProviderName!);
}
