using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.SubmitDossier;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.AnswerSupplement;

// Sends what was asked for. After acceptance the clock starts again and the appointment moves by the working time spent waiting. Sent twice is sent once.
[Requires(Permissions.Own)]
internal sealed record AnswerSupplement(Guid Id, string? Answer) : ICommand, IAudited
{
    public string? AuditSubject => Id.ToString();
}

internal sealed class AnswerSupplementHandler(
    DossiersDbContext context, OwnDossiers own, DraftReader drafts, DossierClock clock, ProtectedFacts facts, DeskNotice desk, TimeProvider time)
    : IHandler<AnswerSupplement, Done>
{
    public async Task<Result<Done>> Handle(AnswerSupplement request, CancellationToken cancellationToken)
    {
        if (await own.LockAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.OpenSupplement is not { } open)
            return dossier.SupplementCount > 0 ? Done.Value : Error.RuleBroken(DossierErrors.DraftOnly);

        var answer = InputText.Keep(request.Answer);
        if (InputText.Check(answer, Dossier.ReasonLength) is not TextFault.None and var fault)
            return fault == TextFault.TooLong ? Error.Invalid(CommonErrors.TooLong, nameof(AnswerSupplement.Answer), Dossier.ReasonLength) : Error.Invalid(CommonErrors.BadCharacters, nameof(AnswerSupplement.Answer));
        var files = await own.FilesAsync(dossier.Id, cancellationToken);
        // Facts mended since the request are an answer too.
        var mended = dossier.CanEditFacts && dossier.UpdatedAt > open.AskedAt;
        if (!mended && answer.Length == 0 && files.TrueForAll(f => f.SupplementRequestId != open.Id))
            return Error.Invalid(SupplementErrors.NothingAdded, nameof(AnswerSupplement.Answer));

        var now = time.GetUtcNow();
        if (dossier.CanEditFacts)
        {
            var read = await drafts.ReadAsync(dossier, files, cancellationToken);
            if (!read.TryGet(out var draft))
                return read.AsFailure<Done>();
            if (SubmitDossierHandler.Missing(draft) is { Count: > 0 } missing)
                return missing;
            SubmitDossierHandler.KeepChecked(dossier, draft, facts, now);
        }

        var due = dossier.AcceptedAt is null ? DueDates.None : await clock.AfterAsync(dossier, ClockGround.Supplement, now, cancellationToken);
        if (due.IsFailure)
            return due.AsFailure<Done>();
        var received = dossier.ReceiveSupplement(due.Value, answer.Length == 0 ? null : answer, own.Actor, now);
        if (received.IsFailure)
            return received;
        if (dossier.AcceptedAt is not null)
            context.Raise(new SupplementReceived(dossier.Id, open.AskedAt, now, dossier.DueAt), now);
        desk.Changed(dossier);
        return Done.Value;
    }
}
