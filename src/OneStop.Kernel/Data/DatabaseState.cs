using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.Kernel.Data;

internal sealed class DatabaseState(PlainReader reader, IServiceProvider services) : IDatabaseState
{
    // One sentence for every server: the quotes are those of the standard, and the names those of EF.
    private const string AppliedSql = $"SELECT \"MigrationId\" FROM \"{HistoryRepository.DefaultTableName}\"";

    public Task<bool> AnswersAsync(CancellationToken cancellationToken) => reader.AnswersAsync(cancellationToken);

    // EF builds the model of the whole database before it answers. That nothing is pending shows in the names alone; all else is EF's to say.
    public async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken cancellationToken) =>
        IsCurrent() ? [] : [.. await services.GetRequiredService<OneStopDbContext>().Database.GetPendingMigrationsAsync(cancellationToken)];

    private bool IsCurrent()
    {
        if (!reader.IsThere())
            return false;
        try
        {
            return Wanted().ToHashSet(StringComparer.Ordinal).IsSubsetOf(reader.Read(AppliedSql));
        }
        catch (DbException)
        {
            return false;
        }
    }

    private IEnumerable<string> Wanted() => Assembly.Load(DatabaseRegistration.MigrationsAssembly(reader.Settings)).GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Migration))).Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
}
