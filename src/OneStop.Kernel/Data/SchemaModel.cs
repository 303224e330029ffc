using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OneStop.Kernel.Audit;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Security;

namespace OneStop.Kernel.Data;

// One set of conventions for every module context and for the composed context that owns the migrations.
internal static class SchemaModel
{
    internal const string KernelSchema = "kernel";

    internal static void Conventions(ModelConfigurationBuilder configuration, string provider)
    {
        if (IsSqlite(provider))
            configuration.Properties<DateTimeOffset>().HaveConversion<SqliteInstant>();
        else
            configuration.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configuration.Properties<decimal>().HavePrecision(18, 2);
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    internal static void ApplyKernel(ModelBuilder builder)
    {
        builder.ApplyConfiguration(new OutboxMessageConfiguration());
        builder.ApplyConfiguration(new InboxEntryConfiguration());
        builder.ApplyConfiguration(new AuditEntryConfiguration());
        builder.ApplyConfiguration(new NumberSeriesConfiguration());
        builder.ApplyConfiguration(new DataProtectionKeyConfiguration());
        builder.ApplyConfiguration(new LiveMarkConfiguration());
        SetSchema(builder, typeof(SchemaModel).Assembly, KernelSchema);
    }

    internal static void Apply(ModelBuilder builder, Assembly assembly, string schema)
    {
        builder.ApplyConfigurationsFromAssembly(assembly);
        SetSchema(builder, assembly, schema);
    }

    // By assembly, not by order: entities that a context names as DbSet are in the model before anything is applied.
    private static void SetSchema(ModelBuilder builder, Assembly assembly, string schema)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == assembly))
            entity.SetSchema(schema);
    }

    internal static void Finish(ModelBuilder builder, string provider)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            // Names come from the entity, not from a DbSet that only some contexts have, so that all contexts agree.
            var explicitName = ((IConventionEntityType)entity).GetTableNameConfigurationSource() == ConfigurationSource.Explicit;
            var table = explicitName ? entity.GetTableName()! : Snake(entity.ClrType.Name.Split('`')[0]);
            var schema = entity.GetSchema();
            if (IsSqlite(provider) && schema is not null)
            {
                entity.SetTableName($"{schema}_{table}");
                entity.SetSchema(null);
            }
            else
            {
                entity.SetTableName(table);
            }

            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.Name));
            foreach (var complex in entity.GetComplexProperties())
                NameColumns(complex, "");

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
    }

    // Name of one of the kernel's own tables, for SQL that needs no model.
    internal static string KernelTable<TEntity>(string provider) => $"{KernelSchema}{(IsSqlite(provider) ? '_' : '.')}{Snake(typeof(TEntity).Name)}";

    private static void NameColumns(IMutableComplexProperty complex, string prefix)
    {
        prefix = $"{prefix}{Snake(complex.Name)}_";
        foreach (var property in complex.ComplexType.GetProperties())
            property.SetColumnName(prefix + Snake(property.Name));
        foreach (var inner in complex.ComplexType.GetComplexProperties())
            NameColumns(inner, prefix);
    }

    internal static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static bool IsSqlite(string provider) => provider.EndsWith("Sqlite", StringComparison.Ordinal);

    // SQLite cannot order DateTimeOffset text; microseconds since 1970 keep order and the precision PostgreSQL has.
    private sealed class SqliteInstant() : ValueConverter<DateTimeOffset, long>(v => ToStored(v), v => FromStored(v));

    private sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => FromStored(ToStored(v)), v => v);

    internal static long ToStored(DateTimeOffset value) => (value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset FromStored(long value) => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);
}
