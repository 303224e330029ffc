using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.ListReception;

// Code or applicant's name searches all the desk's dossiers; without it one view is shown.
[Requires(DeskPermissions.Receive)]
internal sealed record ListReception(string? View, string? Search, string? Cursor) : IQuery<ReceptionQueue>;

internal sealed record ReceptionQueue(
    IReadOnlyList<Guid> Agencies, IReadOnlyDictionary<string, int> Counts, Page<ReceptionRow> Page);

internal sealed record ReceptionRow(
    Guid Id, string Code, string ProcedureName, string ApplicantName, DossierStatus Status, bool IsResubmitted, DateTimeOffset SentAt,
    DateTimeOffset WaitingSince, DateTimeOffset? AnswerDueAt, DateTimeOffset? DueAt, WorkingSpan? Left, bool IsPaused, DateOnly? SupplementBy, bool IsLate);

internal static class ReceptionViews
{
    public const string Waiting = "cho-tiep-nhan";
    public const string Supplement = "cho-bo-sung";
    public const string Today = "tiep-nhan-hom-nay";
    public const string Withdrawal = "xin-rut";
    public const string ToReturn = "cho-tra";

    public static IReadOnlyList<string> All { get; } = [Waiting, Supplement, Today, Withdrawal, ToReturn];

    public static string Known(string? view) => view is not null && All.Contains(view) ? view : Waiting;
}

internal sealed class ListReceptionHandler(DossiersDbContext context, DeskScope scope, IWorkingCalendar calendar, TimeProvider time)
    : IHandler<ListReception, ReceptionQueue>
{
    // The desk acknowledges what was sent online within eight office hours (NĐ 45/2020/NĐ-CP).
    public const decimal AnswerHours = 8;
    private const int PageSize = 25;

    public async Task<Result<ReceptionQueue>> Handle(ListReception request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var agencies = scope.Agencies(DeskPermissions.Receive);
        var mine = context.Dossiers.AsNoTracking().Where(d => agencies.Contains(d.ReceivingAgencyId) && d.Status != DossierStatus.Draft);
        var today = VietnamTime.FromVietnam(now.VietnamDate(), TimeOnly.MinValue);

        var counts = new Dictionary<string, int>();
        foreach (var view in ReceptionViews.All)
            counts[view] = await mine.Where(InView(view, today)).CountAsync(cancellationToken);

        var search = request.Search?.Trim() ?? "";
        var wanted = search.Length > 0 ? Matching(mine, search) : mine.Where(InView(ReceptionViews.Known(request.View), today));
        if (Kernel.Paging.Cursor.Decode<ReceptionKey>(request.Cursor) is { } after)
            wanted = wanted.After(d => d.SubmittedAt, d => d.Id, after.SentAt, after.Id);

        var found = await wanted.OrderBy(d => d.SubmittedAt).ThenBy(d => d.Id).Take(PageSize + 1)
            .Select(d => new
            {
                d.Id,
                d.ReceivingAgencyId,
                Code = d.Code ?? d.TemporaryCode,
                d.ProcedureName,
                ApplicantName = d.Applicant.Name,
                d.Status,
                d.Stage,
                d.SubmittedAt,
                AnsweredAt = d.Supplements.Max(s => s.AnsweredAt),
                d.DueAt,
                d.LateAt,
                FinishedAt = d.FinishedAt ?? d.ClosedAt,
                d.PausedAt,
                SupplementBy = d.Supplements.Where(s => s.AnsweredAt == null).Select(s => s.AnswerBy).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);

        var rows = new List<ReceptionRow>(found.Count);
        foreach (var d in found)
        {
            var isResubmitted = d.Stage == DossierStage.AwaitingReceptionAgain;
            var since = isResubmitted ? d.AnsweredAt ?? d.SubmittedAt!.Value : d.SubmittedAt!.Value;
            var answerDue = d.Status == DossierStatus.Submitted ? await AnswerDueAsync(d.ReceivingAgencyId, since, cancellationToken) : null;
            var supplementBy = d.Status == DossierStatus.SupplementAsked ? d.SupplementBy : null;
            var isLate = answerDue < now || supplementBy < now.VietnamDate() || (d.FinishedAt is null && d.PausedAt is null && d.LateAt <= now);
            rows.Add(new ReceptionRow(
                d.Id, d.Code ?? "", d.ProcedureName, d.ApplicantName, d.Status, isResubmitted, d.SubmittedAt!.Value, since, answerDue, d.DueAt,
                await LeftAsync(d.ReceivingAgencyId, now, answerDue ?? (d.FinishedAt is null ? d.DueAt : null), cancellationToken), d.PausedAt is not null, supplementBy, isLate));
        }

        return new ReceptionQueue(agencies, counts, Page<ReceptionRow>.Cut(rows, PageSize, r => new ReceptionKey(r.SentAt, r.Id)));
    }

    private async Task<DateTimeOffset?> AnswerDueAsync(Guid agencyId, DateTimeOffset since, CancellationToken cancellationToken) =>
        (await calendar.AddHoursAsync(agencyId, since, AnswerHours, cancellationToken)).TryGet(out var due) ? due : null;

    private async Task<WorkingSpan?> LeftAsync(Guid agencyId, DateTimeOffset now, DateTimeOffset? due, CancellationToken cancellationToken) =>
        due is { } until ? await calendar.BetweenAsync(agencyId, now, until, cancellationToken) : null;

    private static IQueryable<Dossier> Matching(IQueryable<Dossier> dossiers, string search)
    {
        var code = search.ToUpperInvariant();
        var name = SearchName.Of(search);
        return dossiers.Where(d => d.Code!.Contains(code) || d.TemporaryCode!.Contains(code) || (name != "" && d.Applicant.SearchName.Contains(name)));
    }

    private static Expression<Func<Dossier, bool>> InView(string view, DateTimeOffset today) => view switch
    {
        ReceptionViews.Supplement => d => d.Status == DossierStatus.SupplementAsked && d.AcceptedAt == null,
        ReceptionViews.Today => d => d.AcceptedAt >= today,
        ReceptionViews.Withdrawal => d => d.Status == DossierStatus.WithdrawalAsked,
        ReceptionViews.ToReturn => d => d.Status == DossierStatus.Finished,
        _ => d => d.Status == DossierStatus.Submitted,
    };

    private sealed record ReceptionKey(DateTimeOffset SentAt, Guid Id);
}
