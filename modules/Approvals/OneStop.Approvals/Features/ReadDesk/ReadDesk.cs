using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Features.ReadDesk;

/// <summary>What the staff keep beside a task: their notes, who has opened it, and the reader's own follow-up date.</summary>
[Requires(Permissions.Work)]
internal sealed record ReadDeskQuery(Guid TaskId) : IQuery<DeskView>;

internal sealed record DeskView(IReadOnlyList<NoteView> Notes, IReadOnlyList<ReaderView> Readers, FollowUpView? FollowUp, bool IsOpen, string Topic);

internal sealed record NoteView(Guid Id, string Author, string Step, string Text, bool OnDossier, DateTimeOffset At);

internal sealed record ReaderView(string Name, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times);

internal sealed record FollowUpView(DateOnly Day, string? Note, bool IsReached);

internal sealed class ReadDeskHandler(ApprovalsDbContext context, IFieldProtector protector, ICallerContext callers) : IHandler<ReadDeskQuery, DeskView>
{
    private const int MostNotes = 200;
    private const int MostReaders = 50;

    public async Task<Result<DeskView>> Handle(ReadDeskQuery request, CancellationToken cancellationToken)
    {
        var caller = callers.Caller;
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TaskId, cancellationToken);
        if (task is null || !TaskAuthority.MayRead(caller, task))
            return ApprovalErrors.Missing();
        // A consulted body is no part of the staff that works on the dossier: it reads the notes on its own task alone.
        var onDossier = task.ConsultationId is null;
        var notes = await context.Notes.AsNoTracking().Where(n => n.DossierId == task.DossierId && ((onDossier && n.OnDossier) || n.TaskId == task.Id))
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(MostNotes).ToListAsync(cancellationToken);
        var readers = await context.Readings.AsNoTracking().Where(r => r.TaskId == task.Id).OrderByDescending(r => r.LastAt).ThenBy(r => r.AccountId).Take(MostReaders)
            .Select(r => new ReaderView(r.AccountName, r.FirstAt, r.LastAt, r.Times)).ToListAsync(cancellationToken);
        var me = caller.Id;
        var followUp = await context.FollowUps.AsNoTracking().SingleOrDefaultAsync(f => f.TaskId == task.Id && f.AccountId == me, cancellationToken);
        return new DeskView(
            [.. notes.Select(n => new NoteView(n.Id, n.AuthorName, n.StepName, protector.Unprotect(n.Text), n.OnDossier, n.At))], readers,
            followUp is null ? null : new FollowUpView(followUp.DueAt?.VietnamDate() ?? followUp.Day, followUp.Note is { } note ? protector.Unprotect(note) : null, followUp.ReachedAt is not null), task.IsOpen, InboxTopics.Desk(task.DossierId));
    }
}
