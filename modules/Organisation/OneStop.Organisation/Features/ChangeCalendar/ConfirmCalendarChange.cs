using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts.Events;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Integrations;

namespace OneStop.Organisation.Features.ChangeCalendar;

// Makes the change that was shown, records it, and lets those who have promised dates count them again. Answers how many dossiers it moves.
[Requires(OrganisationPermissions.ManageCalendars)]
internal sealed record ConfirmCalendarChange(CalendarInput Input) : ICommand<int>, IAudited
{
    public string AuditSubject => $"{Input.Deed} {Input.Date}";

    public string? AuditReason => Input.Ground;
}

internal sealed class ConfirmCalendarChangeHandler(
    OrganisationDbContext context, CalendarDrafts drafts, OrganisationCache cache, ICallerContext callers, TimeProvider time) : IHandler<ConfirmCalendarChange, int>
{
    public async Task<Result<int>> Handle(ConfirmCalendarChange request, CancellationToken cancellationToken)
    {
        var drafted = await drafts.DraftAsync(request.Input, cancellationToken);
        if (!drafted.TryGet(out var draft))
            return drafted.AsFailure<int>();

        // What was promised must stay a date: a plan that ends before it is mended first.
        if (draft.Uncountable.Count > 0)
            return Error.RuleBroken(OrganisationErrors.DatesWouldBeLost, draft.Uncountable.Count);

        draft.Apply();
        var (now, caller) = (time.GetUtcNow(), callers.Caller);
        var change = new CalendarChange
        {
            Id = EntityId.New(now), At = now, Summary = draft.Summary, Ground = request.Input.Ground!.Trim(), Document = request.Input.Document!.Trim(),
            MovedDossiers = draft.Dossiers.Count, MovedSteps = draft.Steps.Count, ActorId = caller.AccountId, ActorName = caller.Name,
        };
        context.CalendarChanges.Add(change);
        context.Raise(new CalendarChanged(change.Id, draft.AgencyIds, change.Ground, change.Document, change.ActorId, change.ActorName), now);
        context.AfterCommit(cache.Clear);
        return draft.Dossiers.Count;
    }
}
