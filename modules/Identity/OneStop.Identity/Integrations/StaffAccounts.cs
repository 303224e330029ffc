using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Identity.Data;
using OneStop.Identity.Data.Seeding;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Integrations;

internal sealed class StaffAccounts(IdentityDbContext context, UserManager<Account> accounts, DemoAccountFactory demo) : IStaffAccounts
{
    public async Task<StaffAccount?> FindAsync(string signInName, CancellationToken cancellationToken)
    {
        var normalised = accounts.NormalizeName(signInName.Trim());
        return await context.Accounts.AsNoTracking()
            .Where(a => a.Kind == AccountKind.Staff && a.ClosedAt == null && (a.NormalizedUserName == normalised || a.NormalizedEmail == normalised))
            .Select(a => new StaffAccount(a.Id, a.UserName!, a.FullName))
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<StaffAccount>> EnsureDemoAsync(IReadOnlyList<NewStaffAccount> accounts, CancellationToken cancellationToken)
    {
        var known = await context.Accounts.AsNoTracking().Where(a => a.IsDemo).ToDictionaryAsync(a => a.UserName!, cancellationToken);
        var answer = new List<StaffAccount>(accounts.Count);
        foreach (var wanted in accounts)
        {
            if (!known.TryGetValue(wanted.SignInName, out var account))
            {
                account = demo.Staff(wanted.SignInName, wanted.Name);
                context.Accounts.Add(account);
                known.Add(wanted.SignInName, account);
            }

            answer.Add(new StaffAccount(account.Id, account.UserName!, account.FullName));
        }

        await context.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
