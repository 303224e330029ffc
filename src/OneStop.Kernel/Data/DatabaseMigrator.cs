using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OneStop.Kernel.Data;

/// <summary>Brings the database to the version of this build.</summary>
public sealed class DatabaseMigrator(OneStopDbContext context, IDatabaseState state)
{
    /// <summary>Applies what is missing and tells how many migrations that were.</summary>
    public async Task<int> MigrateAsync(CancellationToken cancellationToken)
    {
        var pending = (await state.PendingMigrationsAsync(cancellationToken)).Count;
        if (pending > 0)
            await context.Database.MigrateAsync(cancellationToken);
        return pending;
    }

    /// <summary>The SQL that brings any earlier version to this one; running it twice changes nothing (SQLite: from an empty database only, its dialect has no conditions).</summary>
    public string Script()
    {
        var idempotent = !context.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        return context.GetService<IMigrator>().GenerateScript(options: idempotent ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default);
    }
}
