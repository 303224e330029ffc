using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Kernel.Data.Providers;

// What is saved has been compared and put into statements when its transaction begins: a writer comes to its turn with that work done.
internal sealed class SavingTurns : DbTransactionInterceptor
{
    // One for all contexts: other interceptors would make EF build its services anew.
    public static SavingTurns All { get; } = new();

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ModuleDbContext { BeforeSaving: { } wait })
            await wait(cancellationToken);
        return result;
    }
}
