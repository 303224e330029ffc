using OneStop.Kernel.Data;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Domain;

// What the citizen does: begins, fills in, attaches, sends, completes, withdraws.
internal sealed partial class Dossier
{
    public const int ReasonLength = 2000;

    public static Dossier Start(Actor owner, string clientKey, string channel, ProcedureRef procedure, string? procedureCase, Receiver receiver, DateTimeOffset now)
    {
        var dossier = new Dossier
        {
            Id = EntityId.New(now),
            OwnerId = owner.Id ?? throw new ArgumentException("A dossier has an owner.", nameof(owner)),
            ClientKey = clientKey,
            Channel = channel,
            ProcedureCode = procedure.Code,
            ProcedureVersionId = procedure.VersionId,
            ProcedureName = procedure.Name,
            Field = procedure.Field,
            ProcessKey = procedure.ProcessKey,
            Case = procedureCase,
            CreatedAt = now,
        };
        dossier.SetReceiver(receiver);
        dossier.MoveTo(DossierStage.Draft, DossierDeed.Start, owner, now);
        return dossier;
    }

    public Result<Done> ChooseReceiver(Receiver receiver, DateTimeOffset now)
    {
        if (!IsDraft)
            return DraftOnly();
        SetReceiver(receiver);
        UpdatedAt = now;
        return Done.Value;
    }

    public Result<Done> FillApplicant(Applicant applicant, string returnMethod, DateTimeOffset now)
    {
        if (!CanEditFacts)
            return DraftOnly();
        Applicant = applicant;
        ReturnMethod = returnMethod;
        UpdatedAt = now;
        return Done.Value;
    }

    public Result<Done> SaveAnswers(string answersProtected, DateTimeOffset now)
    {
        if (!CanEditFacts)
            return DraftOnly();
        AnswersProtected = answersProtected;
        UpdatedAt = now;
        return Done.Value;
    }

    // Leaves the dossier's own row alone, so that files sent side by side do not get in each other's way.
    public Result<Done> CheckMayAddFile(int filesNow)
    {
        if (!CanAddFiles)
            return DraftOnly();
        return filesNow >= DossierFile.MaxPerDossier ? Error.RuleBroken(DossierErrors.TooManyFiles, DossierFile.MaxPerDossier) : Done.Value;
    }

    // A draft may lose any file; later only what was added in answer to the open request.
    public Result<Done> CheckMayRemove(DossierFile file, SupplementRequest? open)
    {
        if (file.Kind != DossierFileKind.Citizen || !CanAddFiles)
            return DraftOnly();
        return IsDraft || (open is not null && file.SupplementRequestId == open.Id) ? Done.Value : DraftOnly();
    }

    public void PaperRemoved(DateTimeOffset now) => UpdatedAt = now;

    public Result<Done> Submit(string temporaryCode, string lookupCodeProtected, string lookupCodeHash, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.Submit, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        TemporaryCode = temporaryCode;
        LookupCodeProtected = lookupCodeProtected;
        LookupCodeHash = lookupCodeHash;
        SubmittedAt = now;
        MoveTo(DossierStage.AwaitingReception, DossierDeed.Submit, actor, now);
        return Done.Value;
    }

    // The dates are those after the supplement; the caller has read the clock. Before acceptance there is none.
    public Result<Done> ReceiveSupplement(DueDates dates, string? answer, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.ReceiveSupplement, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        OpenSupplement?.Close(answer, now);
        var wasAccepted = Stage == DossierStage.SupplementDuringProcessing;
        if (wasAccepted)
            EndPause(ClockGround.Supplement, dates, actor, now, now);
        MoveTo(wasAccepted ? DossierStage.Processing : DossierStage.AwaitingReceptionAgain, DossierDeed.ReceiveSupplement, actor, now, comment: answer);
        return Done.Value;
    }

    public Result<Done> AskWithdrawal(string reason, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.AskWithdrawal, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (CheckReason(reason) is { } error)
            return error;
        StageBeforeWithdrawal = Stage;
        MoveTo(DossierStage.WithdrawalAsked, DossierDeed.AskWithdrawal, actor, now, comment: reason);
        return Done.Value;
    }

    private void SetReceiver(Receiver receiver)
    {
        PlaceCode = receiver.PlaceCode;
        PlaceName = receiver.PlaceName;
        ReceivingAgencyId = receiver.AgencyId;
        ReceivingAgencyCode = receiver.AgencyCode;
        ReceivingAgencyName = receiver.AgencyName;
        ReceivingAgencyPath = receiver.AgencyPath;
    }

    private static Error DraftOnly() => Error.RuleBroken(DossierErrors.DraftOnly);

    private static Error? CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? Error.Invalid(DossierErrors.ReasonMissing, "Reason")
        : reason.Length > ReasonLength ? Error.Invalid(DossierErrors.ReasonTooLong, "Reason", ReasonLength)
        : null;
}
