using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Security;

namespace OneStop.Identity.Data.Seeding;

// Demonstration accounts, only ever made in Development. One password for all, hashed once: hundreds of them take no time.
internal sealed class DemoAccountFactory(UserManager<Account> accounts, IFieldProtector protector, TimeProvider time)
{
    public const string Password = "OneStop#2026";
    private const string MailDomain = "demo.example";

    private string? hash;

    public Account Staff(string signInName, string name) => Make(AccountKind.Staff, signInName, $"{signInName}@{MailDomain}", name);

    public Account Citizen(string email, string name, string number, DateOnly birthDate, string phone, string address)
    {
        var account = Make(AccountKind.Citizen, email, email, name);
        account.CitizenNumberProtected = protector.Protect(number);
        account.CitizenNumberHash = protector.Hash("citizen_number", number);
        account.BirthDate = birthDate;
        account.PhoneNumber = phone;
        account.Address = address;
        return account;
    }

    private Account Make(AccountKind kind, string signInName, string email, string name)
    {
        var account = new Account
        {
            Id = EntityId.New(time.GetUtcNow()),
            Kind = kind,
            UserName = signInName,
            NormalizedUserName = accounts.NormalizeName(signInName),
            Email = email,
            NormalizedEmail = accounts.NormalizeEmail(email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            FullName = name,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = time.GetUtcNow(),
            IsDemo = true,
        };
        account.PasswordHash = hash ??= accounts.PasswordHasher.HashPassword(account, Password);
        return account;
    }
}
