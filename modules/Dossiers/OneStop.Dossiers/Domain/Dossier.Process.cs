using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Domain;

// What the approval process tells: steps, payment, the end.
internal sealed partial class Dossier
{
    private const string OnlineChannel = "online";

    // Harmless when told twice. Needs the steps loaded. A step begun while the citizen is awaited is recorded and moves nothing.
    public Result<Done> EnterStep(StepEntry entry, DateTimeOffset now)
    {
        if (steps.Exists(s => s.TaskId == entry.TaskId))
            return Done.Value;
        if (!Check(DossierDeed.EnterStep, Actor.System).TryGet(out var transition))
            return DossierErrors.NotInThisState(Status, DossierDeed.EnterStep);

        steps.Add(new StepRow
        {
            TaskId = entry.TaskId,
            DossierId = Id,
            Sequence = ++StepCount,
            Element = entry.Element,
            Name = entry.Name,
            NameEn = entry.NameEn,
            Status = entry.Status,
            AgencyId = entry.AgencyId,
            AgencyName = entry.AgencyName,
            DepartmentName = entry.DepartmentName,
            EnteredAt = entry.EnteredAt,
            AllowedMinutes = entry.AllowedMinutes,
        }.DueBy(entry.DueAt));
        ShowOpenStep();
        MoveTo(StageOnEntering(entry.Status, transition), DossierDeed.EnterStep, Actor.System, now, entry.Name);
        return Done.Value;
    }

    // Harmless when told twice. Needs the steps loaded.
    public Result<Done> CompleteStep(StepOutcome outcome, Actor actor, DateTimeOffset now)
    {
        if (steps.Find(s => s.TaskId == outcome.TaskId) is not { } step)
            return Error.NotFound(DossierErrors.Missing);
        if (step.CompletedAt is not null)
            return Done.Value;
        step.Complete(outcome, actor);
        ShowOpenStep();
        // A dossier stopped meanwhile still tells what had been done, but its history is closed.
        if (Check(DossierDeed.CompleteStep, actor).IsSuccess)
            Note(DossierDeed.CompleteStep, actor, now, step.Name, outcome.Comment);
        else
            UpdatedAt = now;
        return Done.Value;
    }

    public Result<Done> AskPayment(decimal amount, bool pausesClock, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.AskPayment, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        FeeDue = amount;
        FeePaidAt = null;
        if (pausesClock && AcceptedAt is not null)
            StartPause(ClockGround.Payment, Rules()!.Decree, Rules()!.Papers.Payment, null, now);
        MoveTo(DossierStage.AwaitingPayment, DossierDeed.AskPayment, actor, now);
        return Done.Value;
    }

    // Before acceptance the dossier then waits for the desk to accept it.
    public Result<Done> ConfirmPayment(DueDates dates, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.ConfirmPayment, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        FeePaidAt ??= now;
        EndPause(ClockGround.Payment, dates, actor, now, now);
        if (AcceptedAt is null)
            Note(DossierDeed.ConfirmPayment, actor, now);
        else
            MoveTo(StepCount > 0 ? DossierStage.Processing : DossierStage.Accepted, DossierDeed.ConfirmPayment, actor, now);
        return Done.Value;
    }

    public Result<Done> ExpirePayment(string reason, DateTimeOffset now) =>
        End(DossierDeed.ExpirePayment, DossierStage.PaymentTimedOut, reason, null, Actor.System, now);

    // The process ended with a legal reason against the request.
    public Result<Done> Reject(string reason, Actor actor, DateTimeOffset now) => End(DossierDeed.Stop, DossierStage.Rejected, reason, null, actor, now);

    // Thông báo dừng giải quyết (Mẫu 05): the agency stops for a reason of its own.
    public Result<Done> Stop(string reason, string? legalBasis, Actor actor, DateTimeOffset now) =>
        End(DossierDeed.Stop, DossierStage.StoppedByAgency, reason, legalBasis, actor, now);

    // The result is signed, numbered and at the desk. Corrected later, it was finished all the same when it first was: lateness is judged by the first result.
    public Result<Done> Finish(Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.Finish, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        FinishedAt ??= now;
        MoveTo(DossierStage.ResultReady, DossierDeed.Finish, actor, now);
        return Done.Value;
    }

    // Signed in words, and the key did not open for the file: the result waits for it, and everybody who reads the dossier sees that.
    public void NoteMissingKey(DateTimeOffset now) => Note(DossierDeed.MissKey, Actor.System, now);

    // Needs the history loaded.
    public bool WaitsForKey => FinishedAt is null && !IsFinal && history.Exists(h => h.Deed == DossierDeed.MissKey);

    // Only to mend an error in the result, and never without saying which.
    public Result<Done> CorrectResult(string reason, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.CorrectResult, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (CheckReason(reason) is { } error)
            return error;
        MoveTo(DossierStage.CorrectingResult, DossierDeed.CorrectResult, actor, now, comment: reason);
        return Done.Value;
    }

    // Called back without a successor. One that is still at the desk may be followed by a corrected one; one handed over stays called back.
    public Result<Done> RevokeResult(string reason, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.RevokeResult, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (IsResultRevoked)
            return Error.RuleBroken(DeskErrors.ResultRevoked);
        if (CheckReason(reason) is { } error)
            return error;
        MoveTo(Status == DossierStatus.Finished ? DossierStage.ResultRevoked : DossierStage.RevokedAfterReturn, DossierDeed.RevokeResult, actor, now, comment: reason);
        return Done.Value;
    }

    // The process was taken to another version: the step goes on under the name it has there.
    public void RenameStep(Guid taskId, string element, string name, string? nameEn)
    {
        if (steps.Find(s => s.TaskId == taskId) is not { } step)
            return;
        (step.Element, step.Name, step.NameEn) = (element, name, nameEn);
        ShowOpenStep();
    }

    private DossierStage StageOnEntering(DossierStatus wanted, Transition transition)
    {
        if (wanted == Status || !transition.To.Contains(wanted) || (Status == DossierStatus.PaymentAsked && IsPaymentOpen))
            return Stage;
        return wanted == DossierStatus.PaymentAsked ? DossierStage.AwaitingPayment : DossierStage.Processing;
    }

    private void ShowOpenStep()
    {
        var open = steps.Where(s => s.CompletedAt is null && !s.IsOpinion).MaxBy(s => s.Sequence);
        CurrentStepName = open?.Name;
        CurrentStepNameEn = open?.NameEn;
        CurrentAgencyName = open?.AgencyName;
    }
}
