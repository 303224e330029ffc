using System.Data.Common;
using OneStop.Kernel.Data;

namespace OneStop.Web.Composition;

// Serving an older schema would fail page by page; better not to start.
internal static class DatabaseVersion
{
    public static async Task EnsureAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IDatabaseState>();
        try
        {
            var pending = await database.PendingMigrationsAsync(app.Lifetime.ApplicationStopping);
            if (pending.Count > 0)
                throw new CannotStartException($"The database lacks {pending.Count} migration(s), the first is {pending[0]}: run the verb migrate.");
        }
        catch (DbException exception)
        {
            throw new CannotStartException($"The database named in ConnectionStrings:OneStop does not answer: {exception.Message}");
        }
    }
}

internal sealed class CannotStartException(string message) : Exception(message);
