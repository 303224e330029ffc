using System.Globalization;
using OneStop.Kernel.Data;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;
using OneStop.Kernel.Time.Rules;

namespace OneStop.Dossiers.Domain;

// What the one-stop desk does: accepts, refuses, asks for more, answers a withdrawal, hands the result over.
internal sealed partial class Dossier
{
    public Result<Done> Accept(string number, DueDates dates, Actor clerk, DateTimeOffset now)
    {
        var check = Check(DossierDeed.Accept, clerk);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (AcceptedAt is not null)
            return Error.RuleBroken(DossierErrors.AlreadyAccepted);
        if (IsDraft && Channel == OnlineChannel)
            return Error.RuleBroken(DossierErrors.NotFiledAtCounter);
        if (IsPaymentOpen && Status == DossierStatus.PaymentAsked)
            return Error.RuleBroken(DossierErrors.ResultUnpaid);

        OpenSupplement?.Close(null, now);
        SubmittedAt ??= now;
        Code = number;
        AcceptedAt = now;
        AcceptedById = clerk.Id;
        AcceptedByName = clerk.Name;
        RuleSetKey = RuleSets.At(now).Key;
        OriginalDueAt = dates.Due;
        SetDates(dates);
        MoveTo(DossierStage.Accepted, DossierDeed.Accept, clerk, now, number);
        return Done.Value;
    }

    // The reason must be a legal one, never a technical error.
    public Result<Done> Refuse(string reason, string legalBasis, Actor clerk, DateTimeOffset now)
    {
        var check = Check(DossierDeed.Refuse, clerk);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (CheckReason(reason) is { } error)
            return error;
        if (string.IsNullOrWhiteSpace(legalBasis))
            return Error.Invalid(DossierErrors.LegalBasisMissing, "LegalBasis");
        Close(reason, legalBasis, now);
        MoveTo(DossierStage.Refused, DossierDeed.Refuse, clerk, now, legalBasis, reason);
        return Done.Value;
    }

    // Before acceptance no clock runs; after it the clock stops until the answer comes.
    public Result<SupplementRequest> AskSupplement(SupplementAsk ask, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.AskSupplement, actor);
        if (check.IsFailure)
            return check.AsFailure<SupplementRequest>();
        if (CheckReason(ask.Reason) is { } error)
            return error;
        var items = ask.Items.Select(i => i.ReplaceLineEndings(" ").Trim()).Where(i => i.Length > 0).ToArray();
        if (items.Length == 0)
            return Error.Invalid(DossierErrors.ItemsMissing, "Items");

        var accepted = AcceptedAt is not null;
        var request = new SupplementRequest
        {
            Id = EntityId.New(now),
            DossierId = Id,
            Stage = accepted ? SupplementStage.AfterAcceptance : SupplementStage.BeforeAcceptance,
            Number = ++SupplementCount,
            ItemLines = string.Join('\n', items),
            Reason = ask.Reason,
            LegalBasis = ask.LegalBasis,
            AnswerBy = ask.AnswerBy,
            StopsAfter = ask.StopsAfter,
            TaskId = ask.TaskId,
            AgencyId = ask.AgencyId,
            AgencyName = ask.AgencyName,
            AskedById = actor.Id,
            AskedByName = actor.Name,
            AskedAt = now,
            ConsentByName = ask.ConsentByName,
        };
        supplements.Add(request);
        if (accepted)
            StartPause(
                ClockGround.Supplement, ask.LegalBasis ?? Rules()!.Decree, string.Format(CultureInfo.InvariantCulture, Rules()!.Papers.Supplement, request.Number), null, now);
        MoveTo(accepted ? DossierStage.SupplementDuringProcessing : DossierStage.SupplementBeforeAcceptance, DossierDeed.AskSupplement, actor, now, comment: ask.Reason);
        return request;
    }

    public Result<Done> ExpireSupplement(string reason, DateTimeOffset now) =>
        End(DossierDeed.ExpireSupplement, DossierStage.SupplementTimedOut, reason, null, Actor.System, now);

    public Result<Done> ApproveWithdrawal(string? comment, Actor clerk, DateTimeOffset now)
    {
        var check = Check(DossierDeed.ApproveWithdrawal, clerk);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        Close(comment, null, now);
        MoveTo(DossierStage.Withdrawn, DossierDeed.ApproveWithdrawal, clerk, now, comment: comment);
        return Done.Value;
    }

    // The dossier goes back to where it was when the citizen asked.
    public Result<Done> RefuseWithdrawal(string reason, Actor clerk, DateTimeOffset now)
    {
        var check = Check(DossierDeed.RefuseWithdrawal, clerk);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (CheckReason(reason) is { } error)
            return error;
        var back = StageBeforeWithdrawal ?? throw new InvalidOperationException("A withdrawal remembers the stage before it.");
        StageBeforeWithdrawal = null;
        MoveTo(back, DossierDeed.RefuseWithdrawal, clerk, now, comment: reason);
        return Done.Value;
    }

    // Being overdue never blocks handing over; an unpaid fee does.
    public Result<Done> Return(string? receivedBy, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.Return, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (IsPaymentOpen)
            return Error.RuleBroken(DossierErrors.ResultUnpaid);
        if (IsResultRevoked)
            return Error.RuleBroken(DeskErrors.ResultRevoked);
        ReturnedAt = now;
        MoveTo(DossierStage.Returned, DossierDeed.Return, actor, now, receivedBy);
        return Done.Value;
    }

    private Result<Done> End(DossierDeed deed, DossierStage stage, string reason, string? legalBasis, Actor actor, DateTimeOffset now)
    {
        var check = Check(deed, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (CheckReason(reason) is { } error)
            return error;
        Close(reason, legalBasis, now);
        MoveTo(stage, deed, actor, now, legalBasis, reason);
        return Done.Value;
    }

    private void Close(string? reason, string? legalBasis, DateTimeOffset now)
    {
        ClosedAt = now;
        ClosingReason = reason;
        ClosingLegalBasis = legalBasis;
        PausedAt = null;
        pauses.FindAll(p => p.EndedAt is null).ForEach(p => p.End(now));
        CurrentStepName = null;
        CurrentStepNameEn = null;
        CurrentAgencyName = null;
    }
}
