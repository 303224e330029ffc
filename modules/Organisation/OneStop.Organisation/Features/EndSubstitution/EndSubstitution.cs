using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Features.FillPost;
using OneStop.Organisation.Features.NameSubstitute;

namespace OneStop.Organisation.Features.EndSubstitution;

// Ended before its last day by either side, or by the administrator of the unit.
[Requires(OrganisationPermissions.Substitute)]
internal sealed record EndSubstitution(Guid SubstitutionId) : ICommand, IAudited
{
    public string AuditSubject => SubstitutionId.ToString();
}

internal sealed class EndSubstitutionHandler(OrganisationDbContext context, PostAccess access, SubstitutionDesk desk, ICallerContext callers, TimeProvider time)
    : IHandler<EndSubstitution, Done>
{
    public async Task<Result<Done>> Handle(EndSubstitution request, CancellationToken cancellationToken)
    {
        var substitution = await context.Substitutions.FirstOrDefaultAsync(s => s.Id == request.SubstitutionId, cancellationToken);
        if (substitution is null)
            return Error.NotFound(OrganisationErrors.UnknownSubstitution);
        var post = await context.Posts.SingleAsync(p => p.Id == substitution.PostId, cancellationToken);
        var isParty = callers.Caller.AccountId is { } me && (me == substitution.HolderId || me == substitution.SubstituteId);
        if (!isParty && await access.AgencyOfAsync(post, cancellationToken) is null)
            return Error.NotFound(OrganisationErrors.UnknownSubstitution);
        if (substitution.IsOver(time.GetUtcNow().VietnamDate()))
            return Error.RuleBroken(OrganisationErrors.SubstitutionOver);
        desk.End(substitution, post.Title);
        return Done.Value;
    }
}
