using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Features.NameSubstitute;

namespace OneStop.Organisation.Features.FillPost;

// Gives the post to an official, or leaves it vacant when no name is given.
[Requires(OrganisationPermissions.ManagePosts)]
internal sealed record AssignHolder(Guid PostId, string? SignInName, long Version) : ICommand, IAudited
{
    public string AuditSubject => PostId.ToString();
}

internal sealed class AssignHolderHandler(OrganisationDbContext context, PostAccess access, SubstitutionDesk substitutions, IStaffAccounts accounts, TimeProvider time)
    : IHandler<AssignHolder, Done>
{
    public async Task<Result<Done>> Handle(AssignHolder request, CancellationToken cancellationToken)
    {
        var post = await context.Posts.FirstOrDefaultAsync(p => p.Id == request.PostId, cancellationToken);
        if (post is null || await access.AgencyOfAsync(post, cancellationToken) is null)
            return Error.NotFound(OrganisationErrors.UnknownPost);
        if (post.Version != request.Version)
            return Error.Conflict(CommonErrors.ChangedMeanwhile);

        substitutions.TellSessions();
        if (string.IsNullOrWhiteSpace(request.SignInName))
        {
            await substitutions.EndAllOfAsync(post, cancellationToken);
            post.Vacate();
            return Done.Value;
        }

        if (await accounts.FindAsync(request.SignInName, cancellationToken) is not { } account)
            return Error.Invalid(OrganisationErrors.UnknownAccount, nameof(AssignHolder.SignInName));

        if (account.Id != post.HolderId)
            await substitutions.EndAllOfAsync(post, cancellationToken);
        post.Assign(account.Id, account.Name, time.GetUtcNow().VietnamDate());
        return Done.Value;
    }
}
