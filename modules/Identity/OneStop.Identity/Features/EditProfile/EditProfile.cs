using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Contracts;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Identity.Features.EditProfile;

// Officials change only how they are reached; their name is that of the personnel file.
[OpenToAll]
internal sealed record EditProfile(string? Name, string? Phone, string? CitizenNumber, DateOnly? BirthDate, string? Address, string Culture) : ICommand;

internal sealed class EditProfileHandler(UserManager<Account> accounts, ICitizenNumberRules numbers, IFieldProtector protector, ICallerContext callers)
    : IHandler<EditProfile, Done>
{
    public async Task<Result<Done>> Handle(EditProfile request, CancellationToken cancellationToken)
    {
        if (!callers.Caller.IsSignedIn || await accounts.FindByIdAsync(callers.Caller.Id.ToString()) is not { } account)
            return Error.Forbidden(CommonErrors.SignInRequired);

        if (account.Kind == AccountKind.Citizen)
        {
            if (string.IsNullOrWhiteSpace(request.Name))
                return Error.Invalid(IdentityErrors.NameRequired, nameof(EditProfile.Name));
            if (request.BirthDate is null)
                return Error.Invalid(IdentityErrors.BirthDateInvalid, nameof(EditProfile.BirthDate));
            if (numbers.Check(request.CitizenNumber, request.BirthDate, nameof(EditProfile.CitizenNumber)) is { } wrong)
                return wrong;

            var number = request.CitizenNumber!.Trim();
            account.FullName = request.Name.Trim().Normalize();
            account.BirthDate = request.BirthDate;
            account.CitizenNumberProtected = protector.Protect(number);
            account.CitizenNumberHash = protector.Hash("citizen_number", number);
        }

        account.PhoneNumber = PhoneNumber.Normalise(request.Phone);
        account.Address = string.IsNullOrWhiteSpace(request.Address) ? null : request.Address.Trim().Normalize();
        account.Culture = request.Culture;
        return (await accounts.UpdateAsync(account)).Succeeded ? Done.Value : Error.Conflict(CommonErrors.ChangedMeanwhile);
    }
}
