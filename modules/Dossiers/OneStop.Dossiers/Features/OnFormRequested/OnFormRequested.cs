using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Files;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;

namespace OneStop.Dossiers.Features.OnFormRequested;

internal sealed class OnFormRequested(DossiersDbContext context, StatutoryPapers papers, IFileStore files, CitizenNotices notices, TimeProvider time)
    : IEventHandler<FormRequested>
{
    private const long LargestForm = 20L * 1024 * 1024;

    public async Task<Result<Done>> Handle(FormRequested integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Files).Include(d => d.Supplements).Include(d => d.History)
            .AsSplitQuery().FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);

        // The set of 2018 has no stop notice.
        if (!papers.IsInForce(dossier, integrationEvent.Form))
            return Done.Value;
        var drawn = await papers.DrawAsync(dossier, integrationEvent.Form, integrationEvent.SupplementId, cancellationToken);
        if (!drawn.TryGet(out var paper))
            return drawn.AsFailure<Done>();

        var now = time.GetUtcNow();
        using var content = new MemoryStream(paper.Pdf);
        var stored = await files.SaveAsync(content, LargestForm, cancellationToken);
        context.Files.Add(new DossierFile
        {
            Id = EntityId.New(now),
            DossierId = dossier.Id,
            Kind = DossierFileKind.Form,
            ComponentKey = integrationEvent.Form,
            Name = paper.FileName,
            ContentType = StatutoryPapers.ContentType,
            Length = stored.Length,
            Sha256 = stored.Sha256,
            AddedAt = now,
            SupplementRequestId = integrationEvent.SupplementId,
        });
        context.Raise(paper.Issue(dossier, integrationEvent.Form, stored.Sha256), now);
        if (NoticeOf(integrationEvent.Form) is { } notice)
            notices.Tell(dossier, notice, now, new NotificationAttachment(paper.FileName, stored.Sha256, StatutoryPapers.ContentType));
        return Done.Value;
    }

    private static NoticeKind? NoticeOf(string form) => form switch
    {
        StatutoryFormKeys.Supplement => NoticeKind.SupplementAsked,
        StatutoryFormKeys.Refusal => NoticeKind.Refused,
        // The deed that stopped the dossier has told of it.
        StatutoryFormKeys.StopNotice => null,
        _ => NoticeKind.Accepted,
    };
}
