using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Data;

namespace OneStop.Organisation.Features.NameSubstitute;

// Who does my work and whose work I do, now and as planned, and what I need to name another.
[Requires(OrganisationPermissions.Substitute)]
internal sealed record ReadSubstitutes : IQuery<SubstitutesView>;

public sealed record SubstitutesView(
    IReadOnlyList<SubstitutionLine> ForMe, IReadOnlyList<SubstitutionLine> ByMe, IReadOnlyList<OwnPost> Posts, IReadOnlyList<ColleagueLine> Colleagues);

public sealed record SubstitutionLine(Guid Id, string PostTitle, string HolderName, string SubstituteName, DateOnly From, DateOnly Through, bool IsNow, string NamedByName);

public sealed record OwnPost(Guid Id, string Title);

public sealed record ColleagueLine(Guid AccountId, string Name, string Title, string Department);

internal sealed class ReadSubstitutesHandler(OrganisationDbContext context, ICallerContext callers, TimeProvider time) : IHandler<ReadSubstitutes, SubstitutesView>
{
    public async Task<Result<SubstitutesView>> Handle(ReadSubstitutes request, CancellationToken cancellationToken)
    {
        var (me, today) = (callers.Caller.AccountId, time.GetUtcNow().VietnamDate());
        var rows = await (from s in context.Substitutions.AsNoTracking()
                          join p in context.Posts on s.PostId equals p.Id
                          where (s.HolderId == me || s.SubstituteId == me) && s.EndedAt == null && s.Through >= today
                          orderby s.From, s.Id
                          select new { Mine = s.HolderId == me, Line = new SubstitutionLine(s.Id, p.Title, s.HolderName, s.SubstituteName, s.From, s.Through, s.From <= today, s.NamedByName) })
            .ToListAsync(cancellationToken);
        var own = await context.Posts.AsNoTracking().Where(p => p.HolderId == me && Roles.CaseWork.Contains(p.Role)).OrderBy(p => p.Ordinal).ToListAsync(cancellationToken);
        own.RemoveAll(p => !p.IsInForce(today));
        Guid[] agencies = [.. own.Select(p => p.AgencyId).Distinct()];
        var colleagues = await (from p in context.Posts.AsNoTracking()
                                join d in context.Departments on p.DepartmentId equals d.Id
                                where agencies.Contains(p.AgencyId) && p.HolderId != null && p.HolderId != me && p.ValidFrom <= today && (p.ValidTo == null || today <= p.ValidTo)
                                orderby d.Ordinal, p.Ordinal
                                select new ColleagueLine(p.HolderId!.Value, p.HolderName!, p.Title, d.Name)).ToListAsync(cancellationToken);
        return new SubstitutesView(
            [.. rows.Where(r => r.Mine).Select(r => r.Line)], [.. rows.Where(r => !r.Mine).Select(r => r.Line)],
            [.. own.Select(p => new OwnPost(p.Id, p.Title))], [.. colleagues.DistinctBy(c => c.AccountId)]);
    }
}
