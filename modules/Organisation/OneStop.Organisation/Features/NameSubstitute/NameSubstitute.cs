using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Features.NameSubstitute;

// An official names a colleague of the agency for one of the own posts. Dates as they were typed.
[Requires(OrganisationPermissions.Substitute)]
internal sealed record NameSubstitute(Guid? PostId, Guid? AccountId, string? From, string? Through) : ICommand, IAudited
{
    public string? AuditSubject => PostId?.ToString();
}

internal sealed class NameSubstituteHandler(OrganisationDbContext context, SubstitutionDesk desk, ICallerContext callers, TimeProvider time) : IHandler<NameSubstitute, Done>
{
    public async Task<Result<Done>> Handle(NameSubstitute request, CancellationToken cancellationToken)
    {
        // Rights of administration are given by an administrator, never by their holder.
        var post = await context.Posts.FirstOrDefaultAsync(
            p => p.Id == request.PostId && p.HolderId == callers.Caller.AccountId && Roles.CaseWork.Contains(p.Role), cancellationToken);
        if (post is null || !post.IsInForce(time.GetUtcNow().VietnamDate()))
            return Error.Invalid(OrganisationErrors.UnknownPost, nameof(NameSubstitute.PostId));
        var colleague = await context.Posts.Where(p => p.AgencyId == post.AgencyId && p.HolderId == request.AccountId && p.HolderId != null)
            .Select(p => new { Id = p.HolderId!.Value, Name = p.HolderName! }).FirstOrDefaultAsync(cancellationToken);
        return colleague is null
            ? desk.WithoutSubstitute(nameof(NameSubstitute.AccountId), request.From, request.Through)
            : await desk.NameAsync(post, colleague.Id, colleague.Name, nameof(NameSubstitute.AccountId), request.From, request.Through, cancellationToken);
    }
}
