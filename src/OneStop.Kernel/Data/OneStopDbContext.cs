using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OneStop.Kernel.Modules;

namespace OneStop.Kernel.Data;

/// <summary>The whole database, composed from the modules. Only migrations use it; deeds use their module's own context.</summary>
public sealed class OneStopDbContext(DbContextOptions<OneStopDbContext> options, IEnumerable<IModule> modules) : DbContext(options)
{
    internal string ModuleNames { get; } = string.Join(' ', modules.Select(m => m.Name));

    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.ReplaceService<IModelCacheKeyFactory, ModelKey>();

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

    // Tests compose systems of different modules in one process; the model of one is not the model of another.
    private sealed class ModelKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, ((OneStopDbContext)context).ModuleNames);
    }
}
