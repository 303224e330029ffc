using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Integrations;

// Counts in the database, not in the row that was read: guesses sent side by side each count.
internal sealed class WrongGuesses(IdentityDbContext context, IOptions<IdentityModuleOptions> options, TimeProvider time)
{
    public async Task CountAsync(Account account, CancellationToken cancellationToken)
    {
        var rows = context.Accounts.Where(a => a.Id == account.Id);
        await rows.ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), cancellationToken);

        DateTimeOffset? until = time.GetUtcNow().AddMinutes(options.Value.LockMinutes);
        await rows.Where(a => a.AccessFailedCount >= options.Value.WrongPasswordsBeforeLock).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, until), cancellationToken);
    }

    public Task ForgetAsync(Account account, CancellationToken cancellationToken) =>
        context.Accounts.Where(a => a.Id == account.Id && a.AccessFailedCount > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), cancellationToken);
}
