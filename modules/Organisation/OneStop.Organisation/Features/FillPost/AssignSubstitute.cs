using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Features.FillPost;

// Lets another official stand in for a span of days, or ends that when no name is given.
[Requires(OrganisationPermissions.ManagePosts)]
internal sealed record AssignSubstitute(Guid PostId, string? SignInName, DateOnly? From, DateOnly? Through, long Version) : ICommand, IAudited
{
    public string AuditSubject => PostId.ToString();
}

internal sealed class AssignSubstituteHandler(OrganisationDbContext context, PostAccess access, IStaffAccounts accounts) : IHandler<AssignSubstitute, Done>
{
    public async Task<Result<Done>> Handle(AssignSubstitute request, CancellationToken cancellationToken)
    {
        var post = await context.Posts.FirstOrDefaultAsync(p => p.Id == request.PostId, cancellationToken);
        if (post is null || await access.AgencyOfAsync(post, cancellationToken) is null)
            return Error.NotFound(OrganisationErrors.UnknownPost);
        if (post.Version != request.Version)
            return Error.Conflict(CommonErrors.ChangedMeanwhile);

        if (string.IsNullOrWhiteSpace(request.SignInName))
        {
            post.EndSubstitution();
            return Done.Value;
        }

        if (await accounts.FindAsync(request.SignInName, cancellationToken) is not { } account)
            return Error.Invalid(OrganisationErrors.UnknownAccount, nameof(AssignSubstitute.SignInName));
        if (request.From is not { } from)
            return Error.Invalid(OrganisationErrors.DateRequired, nameof(AssignSubstitute.From));
        if (request.Through is not { } through)
            return Error.Invalid(OrganisationErrors.DateRequired, nameof(AssignSubstitute.Through));

        return post.Substitute(account.Id, account.Name, from, through) switch
        {
            null => Done.Value,
            OrganisationErrors.SubstituteIsHolder => Error.Invalid(OrganisationErrors.SubstituteIsHolder, nameof(AssignSubstitute.SignInName)),
            var code => Error.Invalid(code, nameof(AssignSubstitute.Through)),
        };
    }
}
