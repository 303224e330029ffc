using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Identity.Features.EditProfile;

[OpenToAll]
internal sealed record ReadProfile : IQuery<Profile>;

internal sealed record Profile(
    string Name, string SignInName, string? Email, string? Phone, string? CitizenNumber, DateOnly? BirthDate, string? Address, string Culture, bool IsStaff,
    bool HasTwoFactor, DateTimeOffset? LastSignInAt, IReadOnlyList<string> Posts);

internal sealed class ReadProfileHandler(
    IdentityDbContext context, IFieldProtector protector, ICallerContext callers, IOrganisationDirectory organisation, TimeProvider time)
    : IHandler<ReadProfile, Profile>
{
    public async Task<Result<Profile>> Handle(ReadProfile request, CancellationToken cancellationToken)
    {
        if (callers.Caller.AccountId is not { } id || await context.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } account)
            return Error.Forbidden(CommonErrors.SignInRequired);

        var posts = account.Kind == AccountKind.Staff ? await organisation.PostsOfAsync(id, time.GetUtcNow().VietnamDate(), cancellationToken) : [];
        return new Profile(
            account.FullName, account.UserName!, account.Email, account.PhoneNumber,
            account.CitizenNumberProtected is { } number ? protector.Unprotect(number) : null, account.BirthDate, account.Address, account.Culture,
            account.Kind == AccountKind.Staff, account.TwoFactorEnabled, account.LastSignInAt,
            [.. posts.Select(p => string.Join(", ", new[] { p.Title, p.DepartmentName, p.AgencyName }.Where(t => t is not null)))]);
    }
}
