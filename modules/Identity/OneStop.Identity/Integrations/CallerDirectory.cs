using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;

namespace OneStop.Identity.Integrations;

internal sealed class CallerDirectory(IdentityDbContext context, CallerBuilder callers) : ICallerDirectory
{
    public async Task<Caller?> FindStaffAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account = await context.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.Kind == AccountKind.Staff && a.ClosedAt == null, cancellationToken);
        return account is null ? null : await callers.BuildAsync(account, cancellationToken);
    }
}
