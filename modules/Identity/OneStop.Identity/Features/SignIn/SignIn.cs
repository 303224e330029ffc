using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.SignIn;

[OpenToAll]
internal sealed record SignIn(string? Name, string? Password) : ICommand<SignInAnswer>;

internal enum SignInVerdict
{
    // Unknown, wrong, locked and closed look alike.
    Refused,
    NotConfirmed,
    SecondFactor,
    Welcome,
}

internal sealed record SignInAnswer(SignInVerdict Verdict, Guid AccountId = default, bool IsStaff = false, bool MustEnrol = false, string Home = IdentityUrls.CitizenHome);

// A refusal is an answer and not an error, so that the count of wrong passwords is stored.
internal sealed class SignInHandler(
    UserManager<Account> accounts, WrongGuesses guesses, CallerBuilder callers, StartPage start, AccountLetters letters, TimeProvider time) : IHandler<SignIn, SignInAnswer>
{
    private static readonly SignInAnswer Refused = new(SignInVerdict.Refused);
    private static readonly Account Nobody = new() { FullName = "" };
    private static string? decoyHash;

    public async Task<Result<SignInAnswer>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var name = (request.Name ?? "").Trim();
        var password = request.Password ?? "";
        if (name.Length is 0 or > 256 || password.Length is 0 or > PasswordPolicy.Longest)
            return Refused;

        var account = await accounts.FindByNameAsync(name) ?? await accounts.FindByEmailAsync(name);
        if (account?.PasswordHash is not { } hash)
        {
            decoyHash ??= accounts.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, decoyHash, password);
            return Refused;
        }

        var isRight = accounts.PasswordHasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;
        if (!account.IsOpen(time.GetUtcNow()))
            return Refused;
        if (!isRight)
        {
            await guesses.CountAsync(account, cancellationToken);
            return Refused;
        }

        if (!account.EmailConfirmed)
        {
            await letters.ConfirmEmailAsync(account);
            return new SignInAnswer(SignInVerdict.NotConfirmed);
        }

        var home = start.Of(await callers.BuildAsync(account, cancellationToken));
        if (account.TwoFactorEnabled)
            return new SignInAnswer(SignInVerdict.SecondFactor, account.Id, account.Kind == AccountKind.Staff, Home: home);

        await guesses.ForgetAsync(account, cancellationToken);
        account.LastSignInAt = time.GetUtcNow();
        return new SignInAnswer(SignInVerdict.Welcome, account.Id, account.Kind == AccountKind.Staff, await callers.MustEnrolAsync(account, cancellationToken), home);
    }
}
