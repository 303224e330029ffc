using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Features.StopUnanswered;

// Stops dossiers whose supplement did not come in the time the procedure gives (status 5 to 8). The last day ends at 24:00 (Bộ luật Dân sự 2015 art. 148.6).
// Answers how many; fewer than Most means that none is left.
[Requires(Permissions.StopUnanswered)]
internal sealed record StopUnanswered : ICommand<int>
{
    public const int Most = 100;
}

internal sealed class StopUnansweredHandler(DossiersDbContext context, CitizenNotices notices, PaperWords words, ILiveFeed live, TimeProvider time)
    : IHandler<StopUnanswered, int>
{
    private const string TimeoutCode = "supplement_timeout";

    public async Task<Result<int>> Handle(StopUnanswered request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.VietnamDate();
        var waiting = await context.Dossiers.Include(d => d.Supplements.Where(s => s.AnsweredAt == null)).Include(d => d.Pauses).AsSplitQuery()
            .Where(d => d.Status == DossierStatus.SupplementAsked && d.Supplements.Any(s => s.AnsweredAt == null && s.StopsAfter < today))
            .OrderBy(d => d.Id).Take(StopUnanswered.Most).ToListAsync(cancellationToken);
        foreach (var dossier in waiting)
        {
            var last = dossier.Supplements.Where(s => s.StopsAfter is not null).Max(s => s.StopsAfter)!.Value;
            var expired = dossier.ExpireSupplement(words.Say("Stop.Unanswered", last), now);
            if (expired.IsFailure)
                return expired.AsFailure<int>();
            if (dossier.AcceptedAt is not null)
                context.Raise(new DossierStopped(dossier.Id, TimeoutCode, now), now);
            notices.Tell(dossier, NoticeKind.SupplementTimedOut, now);
            var agency = dossier.ReceivingAgencyId;
            context.AfterCommit(() => live.Publish(ReceptionTopics.Of(agency)));
        }

        return waiting.Count;
    }
}
