using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Organisation.Features.ChangeCalendar;

// What a change would do; nothing is written.
[Requires(OrganisationPermissions.ManageCalendars)]
internal sealed record PreviewCalendarChange(CalendarInput Input) : IQuery<CalendarPreview>
{
    public const int Shown = 200;
}

public sealed record CalendarPreview(
    string Summary, int Count, IReadOnlyList<CalendarMove> First, IReadOnlyList<(int Year, string Gap)> Gaps, int Steps, int LostCount, IReadOnlyList<CalendarMove> Lost);

internal sealed class PreviewCalendarChangeHandler(CalendarDrafts drafts) : IHandler<PreviewCalendarChange, CalendarPreview>
{
    public async Task<Result<CalendarPreview>> Handle(PreviewCalendarChange request, CancellationToken cancellationToken) =>
        (await drafts.DraftAsync(request.Input, cancellationToken)).Map(draft => new CalendarPreview(
            draft.Summary, draft.Dossiers.Count, [.. draft.Dossiers.Take(PreviewCalendarChange.Shown)], draft.Gaps, draft.Steps.Count, draft.Uncountable.Count,
            [.. draft.Uncountable.Take(PreviewCalendarChange.Shown)]));
}
