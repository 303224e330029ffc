using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneStop.Identity.Contracts;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Identity.Integrations;

// Who an account is today: a citizen, or an official with the roles of the posts held and stood in for.
internal sealed class CallerBuilder(
    IOrganisationDirectory organisation, IOptions<IdentityModuleOptions> options, IHostEnvironment environment, TimeProvider time)
{
    public async Task<Caller> BuildAsync(Account account, CancellationToken cancellationToken)
    {
        if (account.Kind == AccountKind.Citizen)
            return new Caller(account.Id, account.FullName, CallerKind.Citizen, [new Assignment(Roles.Citizen, Reach.Own, Guid.Empty, "")]);

        var posts = await organisation.PostsOfAsync(account.Id, time.GetUtcNow().VietnamDate(), cancellationToken);
        var assignments = posts
            .Where(p => account.TwoFactorEnabled || !AsksSecondFactor || !RolesOfPosts.IsAdministration(p.Role))
            .Select(p => new Assignment(p.Role, RolesOfPosts.ReachOf(p.Role), p.AgencyId, p.AgencyPath, p.DepartmentId, p.Id, p.Title)
            {
                InPlaceOf = p is { SubstituteId: { } substitute, HolderId: { } holder, SubstitutedThrough: { } through } && substitute == account.Id && holder != account.Id
                    ? new InPlaceOf(holder, p.HolderName ?? "", through)
                    : null,
            });
        return new Caller(account.Id, account.FullName, CallerKind.Staff, [.. assignments]);
    }

    // An administrator without a second factor signs in, but as nobody special, until it is set up.
    public async Task<bool> MustEnrolAsync(Account account, CancellationToken cancellationToken) =>
        AsksSecondFactor && account is { Kind: AccountKind.Staff, TwoFactorEnabled: false }
        && (await organisation.PostsOfAsync(account.Id, time.GetUtcNow().VietnamDate(), cancellationToken)).Any(p => RolesOfPosts.IsAdministration(p.Role));

    private bool AsksSecondFactor => options.Value.TwoFactorForAdministrators ?? !environment.IsDevelopment();
}
