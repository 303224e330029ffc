using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AskOpinions;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.PreviewDue;

/// <summary>Until when a body would have to answer, by its own calendar.</summary>
[Requires(Permissions.Work)]
internal sealed record PreviewDueQuery(Guid AgencyId, int WorkingDays) : IQuery<DueMoment>;

internal sealed record DueMoment(DateTimeOffset At);

internal sealed class PreviewDueHandler(ConsultationClock clock, TimeProvider time) : IHandler<PreviewDueQuery, DueMoment>
{
    public async Task<Result<DueMoment>> Handle(PreviewDueQuery request, CancellationToken cancellationToken)
    {
        if (request.WorkingDays is < 1 or > AskOpinionsValidator.MostDays)
            return Error.Invalid(ConsultationErrors.DaysOutOfRange, nameof(request.WorkingDays), AskOpinionsValidator.MostDays);
        return (await clock.DueAsync(request.AgencyId, request.WorkingDays, time.GetUtcNow(), cancellationToken)).Map(at => new DueMoment(at));
    }
}
