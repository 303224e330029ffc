using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Files;
using OneStop.Kernel.Live;

namespace OneStop.Dossiers.Register;

// Takes ordered registers one at a time and writes them. It takes minutes, so it holds no transaction; a node that dies leaves the order to
// another when its lease ends, and the file is only named once it is complete.
internal sealed class RegisterExportRun(
    IServiceScopeFactory scopes, IDatabase database, RegisterWriter writer, IFileStore files, ILiveFeed live, TimeProvider time, ILogger<RegisterExportRun> logger)
{
    private const long LargestFile = 2L * 1024 * 1024 * 1024;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> claimed;
        await using (var scope = scopes.CreateAsyncScope())
            claimed = await database.ClaimDueAsync<RegisterExport>(scope.ServiceProvider.GetRequiredService<DossiersDbContext>(), time.GetUtcNow(), 1, Lease, cancellationToken);
        foreach (var id in claimed)
            await RunAsync(id, cancellationToken);
        return claimed.Count;
    }

    private async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<DossiersDbContext>();
        var export = await context.RegisterExports.AsNoTracking().FirstAsync(e => e.Id == id, cancellationToken);
        if (export.Attempts >= RegisterExport.MostAttempts)
        {
            await EndAsync(context, id, RegisterExportState.Failed, e => e.SetProperty(x => x.Problem, "attempts"), cancellationToken);
            return;
        }

        await One(context, id).ExecuteUpdateAsync(
            e => e.SetProperty(x => x.State, RegisterExportState.Running).SetProperty(x => x.Attempts, x => x.Attempts + 1).SetProperty(x => x.Written, 0), cancellationToken);
        live.Publish(TopicOf(export.RequestedById));
        try
        {
            await WriteAsync(scope.ServiceProvider.GetRequiredService<RegisterRows>(), context, export, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Register {ExportId} could not be written", id);
            var again = time.GetUtcNow() + TimeSpan.FromSeconds(30);
            await One(context, id).ExecuteUpdateAsync(
                e => e.SetProperty(x => x.State, RegisterExportState.Waiting).SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null).SetProperty(x => x.DueAt, again), CancellationToken.None);
        }

        live.Publish(TopicOf(export.RequestedById));
    }

    public static string TopicOf(Guid accountId) => $"register-exports:{accountId}";

    private async Task WriteAsync(RegisterRows rows, DossiersDbContext context, RegisterExport export, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var path = Path.Combine(Path.GetTempPath(), $"onestop-register-{Guid.NewGuid():N}");
        await using var draft = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var written = await writer.WriteAsync(
            export, rows.PagesAsync(export, now, RegisterWriter.RowsPerVolume, cancellationToken), draft, now, done => ReportAsync(context, export, done, cancellationToken), cancellationToken);
        draft.Position = 0;
        var stored = await files.SaveAsync(draft, LargestFile, cancellationToken);
        await EndAsync(
            context, export.Id, RegisterExportState.Ready,
            e => e.SetProperty(x => x.FileName, written.FileName).SetProperty(x => x.Sha256, stored.Sha256).SetProperty(x => x.Length, stored.Length)
                .SetProperty(x => x.Written, written.Rows).SetProperty(x => x.Volumes, written.Volumes),
            cancellationToken);
    }

    private async Task ReportAsync(DossiersDbContext context, RegisterExport export, int done, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Lease;
        await One(context, export.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Written, done).SetProperty(x => x.LeasedUntil, until), cancellationToken);
        live.Publish(TopicOf(export.RequestedById));
    }

    private async Task EndAsync(
        DossiersDbContext context, Guid id, RegisterExportState state, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<RegisterExport>> more, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await One(context, id).ExecuteUpdateAsync(
            e =>
            {
                e.SetProperty(x => x.State, state).SetProperty(x => x.FinishedAt, now).SetProperty(x => x.DueAt, (DateTimeOffset?)null).SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null);
                more(e);
            },
            cancellationToken);
    }

    private static IQueryable<RegisterExport> One(DossiersDbContext context, Guid id) => context.RegisterExports.Where(e => e.Id == id);
}
