using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Contracts;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Identity.Features.Register;

[OpenToAll]
internal sealed record Register(
    string? Name, string? Email, string? Phone, string? CitizenNumber, DateOnly? BirthDate, string? Password, string? PasswordAgain, bool TermsAccepted,
    string Culture) : ICommand;

// Answers the same whether the address is new or known; what happened is told to the address itself.
internal sealed class RegisterHandler(
    UserManager<Account> accounts, PasswordRules passwords, ICitizenNumberRules numbers, AccountLetters letters, IFieldProtector protector, TimeProvider time)
    : IHandler<Register, Done>
{
    public async Task<Result<Done>> Handle(Register request, CancellationToken cancellationToken)
    {
        if (numbers.Check(request.CitizenNumber, request.BirthDate, nameof(Register.CitizenNumber)) is { } wrongNumber)
            return wrongNumber;

        var number = request.CitizenNumber!.Trim();
        var account = new Account
        {
            Id = EntityId.New(time.GetUtcNow()),
            Kind = AccountKind.Citizen,
            UserName = request.Email!.Trim(),
            Email = request.Email.Trim(),
            FullName = request.Name!.Trim().Normalize(),
            PhoneNumber = PhoneNumber.Normalise(request.Phone),
            CitizenNumberProtected = protector.Protect(number),
            CitizenNumberHash = protector.Hash("citizen_number", number),
            BirthDate = request.BirthDate,
            Culture = request.Culture,
            CreatedAt = time.GetUtcNow(),
        };
        if (await passwords.CheckAsync(account, request.Password!, nameof(Register.Password), cancellationToken) is { Count: > 0 } weak)
            return weak;

        // Hashed on both roads, so that the time taken tells nothing either.
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, request.Password!);
        if (await accounts.FindByEmailAsync(account.Email) is { } known)
        {
            if (known.EmailConfirmed)
                letters.AlreadyRegistered(known);
            else
                await letters.ConfirmEmailAsync(known);
            return Done.Value;
        }

        var created = await accounts.CreateAsync(account);
        if (!created.Succeeded)
            return Error.Invalid(IdentityErrors.EmailInvalid, nameof(Register.Email));

        await letters.ConfirmEmailAsync(account);
        return Done.Value;
    }
}
