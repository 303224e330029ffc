using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;

namespace OneStop.Web.Composition;

// Serving an older schema would fail page by page; better not to start.
internal static class DatabaseVersion
{
    public static async Task EnsureAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<OneStopDbContext>();
        try
        {
            var pending = (await context.Database.GetPendingMigrationsAsync(app.Lifetime.ApplicationStopping)).ToArray();
            if (pending.Length > 0)
                throw new CannotStartException($"The database lacks {pending.Length} migration(s), the first is {pending[0]}: run the verb migrate.");
        }
        catch (DbException exception)
        {
            throw new CannotStartException($"The database named in ConnectionStrings:OneStop does not answer: {exception.Message}");
        }
    }
}

internal sealed class CannotStartException(string message) : Exception(message);
