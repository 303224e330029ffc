using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Features.NameSubstitute;

namespace OneStop.Organisation.Features.FillPost;

// The administrator names who does the work of an absent official. Dates as they were typed.
[Requires(OrganisationPermissions.ManagePosts)]
internal sealed record AssignSubstitute(Guid PostId, string? SignInName, string? From, string? Through) : ICommand, IAudited
{
    public string AuditSubject => PostId.ToString();
}

internal sealed class AssignSubstituteHandler(OrganisationDbContext context, PostAccess access, IStaffAccounts accounts, SubstitutionDesk desk) : IHandler<AssignSubstitute, Done>
{
    public async Task<Result<Done>> Handle(AssignSubstitute request, CancellationToken cancellationToken)
    {
        var post = await context.Posts.FirstOrDefaultAsync(p => p.Id == request.PostId, cancellationToken);
        if (post is null || await access.AgencyOfAsync(post, cancellationToken) is null)
            return Error.NotFound(OrganisationErrors.UnknownPost);
        if (string.IsNullOrWhiteSpace(request.SignInName))
            return desk.WithoutSubstitute(nameof(request.SignInName), request.From, request.Through);
        return await accounts.FindAsync(request.SignInName, cancellationToken) is { } account
            ? await desk.NameAsync(post, account.Id, account.Name, nameof(request.SignInName), request.From, request.Through, cancellationToken)
            : Error.Invalid(OrganisationErrors.UnknownAccount, nameof(request.SignInName));
    }
}
