using OneStop.Documents.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnResultKeyMissing;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Components;

// Issues a signed result and finishes its dossier. When the key breaks after the press the step stands, the signer and the one who issues are told what to do, and the
// file is signed as soon as the key opens again. Needs steps and pauses loaded.
internal sealed class ResultDesk(DossiersDbContext context, ResultIssuer issuer, ApologyDesk apologies, TimeOutDesk timeOuts, CitizenNotices notices, ResultKeyNotices keyNotices, IErrorTexts errors)
{
    private const string BeforeSigning = "before_signing";

    public async Task<Result<Done>> IssueOrWaitAsync(
        Dossier dossier, DossierResult result, IReadOnlyDictionary<string, string> fields, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A number that was taken for a paper that could not be signed is given back.
        var transaction = context.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(BeforeSigning, cancellationToken);
        var issued = await IssueAsync(dossier, result, fields, actor, now, cancellationToken);
        if (issued.IsSuccess || !SigningErrors.Concerns(issued.Error))
            return issued;
        await transaction.RollbackToSavepointAsync(BeforeSigning, cancellationToken);
        dossier.NoteMissingKey(now);
        context.Raise(new ResultKeyMissing(dossier.Id, fields, actor.Id, actor.Name, now), now);
        keyNotices.Tell(dossier, [result.SignerId, actor.Id], errors.Describe(issued.Error), now);
        return Done.Value;
    }

    public async Task<Result<Done>> IssueAsync(
        Dossier dossier, DossierResult result, IReadOnlyDictionary<string, string> fields, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var issued = await issuer.IssueAsync(dossier, result, fields, now, cancellationToken);
        if (issued.IsFailure)
            return issued;
        var counted = await timeOuts.EndAllAsync(dossier, now, cancellationToken);
        if (counted.IsFailure)
            return counted;
        var finished = dossier.Finish(actor, now);
        if (finished.IsSuccess)
        {
            notices.Tell(dossier, NoticeKind.ResultReady, now);
            await apologies.CloseAsync(dossier.Id, ApologyClosing.ResultReady, now, cancellationToken);
        }

        return finished;
    }
}
