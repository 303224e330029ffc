using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Identity.Integrations;

internal sealed class PasswordRules(IdentityDbContext context, UserManager<Account> accounts, IFieldProtector protector, TimeProvider time)
{
    // What is wrong with the password for this account, as errors at the field.
    public async Task<List<Error>> CheckAsync(Account account, string password, string field, CancellationToken cancellationToken)
    {
        var errors = PasswordPolicy.Check(password, FactsOf(account)).Select(code => Error.Invalid(code, field, PasswordPolicy.Shortest, PasswordPolicy.Longest)).ToList();
        if (errors.Count == 0 && await WasUsedAsync(account, password, cancellationToken))
            errors.Add(Error.Invalid(IdentityErrors.PasswordUsedBefore, field, PasswordPolicy.Remembered));
        return errors;
    }

    // Sets it, keeps the former one for the history, and ends every session by a new stamp.
    public async Task SetAsync(Account account, string password, CancellationToken cancellationToken)
    {
        if (account.PasswordHash is { } former)
        {
            context.FormerPasswords.Add(new FormerPassword { Id = EntityId.New(time.GetUtcNow()), AccountId = account.Id, Hash = former, ReplacedAt = time.GetUtcNow() });
            var stale = await context.FormerPasswords.Where(p => p.AccountId == account.Id).OrderByDescending(p => p.ReplacedAt)
                .Skip(PasswordPolicy.Remembered - 1).ToListAsync(cancellationToken);
            context.FormerPasswords.RemoveRange(stale);
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        await accounts.UpdateSecurityStampAsync(account);
    }

    private async Task<bool> WasUsedAsync(Account account, string password, CancellationToken cancellationToken)
    {
        var former = await context.FormerPasswords.AsNoTracking().Where(p => p.AccountId == account.Id).Select(p => p.Hash).ToListAsync(cancellationToken);
        return former.Append(account.PasswordHash).OfType<string>()
            .Any(hash => accounts.PasswordHasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed);
    }

    private IEnumerable<string?> FactsOf(Account account) =>
    [
        account.FullName, account.Email?.Split('@')[0], account.PhoneNumber, account.BirthDate?.ToString("ddMMyyyy", null),
        account.CitizenNumberProtected is { } number ? protector.Unprotect(number) : null,
    ];
}
