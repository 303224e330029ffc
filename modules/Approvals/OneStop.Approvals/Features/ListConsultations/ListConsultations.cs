using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Features.ListConsultations;

/// <summary>Who was asked about a dossier and what came of it, for those who work on the dossier itself.</summary>
[Requires(Permissions.Work)]
internal sealed record ListConsultationsQuery(Guid DossierId) : IQuery<ConsultationList>;

internal sealed record ConsultationList(IReadOnlyList<ConsultationLine> Lines, string Topic);

internal sealed record ConsultationLine(
    Guid Id, string Body, Guid AgencyId, ConsultationPart Part, SilenceRule Silence, string? SilenceBasis, string Questions, string AskerName, string AskingUnit, DateTimeOffset AskedAt,
    DateTimeOffset DueAt, ConsultationState State, DateTimeOffset? SilentSince, Stance? Stance, string? Answer, string? Reason, DateTimeOffset? ClosedAt, string? ClosedByName,
    string? ClosedByTitle, int? UsedMinutes, int AllowedMinutes, bool WaitsForExplanation, IReadOnlyList<ConsultationPaper> Files, IReadOnlyList<ConsultationWord> Messages, bool MayManage, bool MayPassOver)
{
    public bool IsLate { get; init; }

    /// <summary>When whoever asked went on without waiting any longer; null while nobody has.</summary>
    public DateTimeOffset? WentOnAt { get; init; }

    /// <summary>Answered when the step that asked was done: kept, read, and not counted.</summary>
    public bool IsAfterwards => State == ConsultationState.Answered && ClosedAt > WentOnAt;

    public static ConsultationLine Of(
        Consultation c, IEnumerable<ConsultationFile> files, IEnumerable<ConsultationMessage> messages, bool waits, bool mayManage, bool mayPassOver, IFieldProtector protector,
        Func<Guid, string> fileUrl, DateTimeOffset? wentOnAt) => new(
        c.Id, c.BodyName, c.AgencyId, c.Part, c.Silence, c.SilenceBasis, protector.Unprotect(c.Questions), c.AskerName, c.AskingUnit, c.AskedAt, c.DueAt, c.State, c.SilentSince, c.Stance,
        c.Answer is { } answer ? protector.Unprotect(answer) : null, c.Reason is { } reason ? protector.Unprotect(reason) : null, c.ClosedAt, c.ClosedByName, c.ClosedByTitle,
        c.UsedMinutes, c.AllowedMinutes, waits, [.. files.OrderBy(f => f.Paper).ThenBy(f => f.Name).Select(f => new ConsultationPaper(f.FileId, f.Paper, f.Name, f.ContentType, f.Length, f.IsAnswer, fileUrl(f.FileId)))],
        [.. messages.OrderBy(m => m.At).Select(m => new ConsultationWord(m.At, m.FromBody, m.AuthorName, protector.Unprotect(m.Text)))], mayManage, mayPassOver)
    {
        IsLate = c.IsLate, WentOnAt = wentOnAt,
    };
}

internal sealed record ConsultationPaper(Guid Id, string Paper, string Name, string ContentType, long Length, bool IsAnswer, string Url);

internal sealed record ConsultationWord(DateTimeOffset At, bool FromBody, string Author, string Text);

internal sealed class ListConsultationsHandler(
    ApprovalsDbContext context, ConsultationGuard guard, ConsultationBook book, IDossierDirectory dossiers, IFieldProtector protector, ICallerContext callers)
    : IHandler<ListConsultationsQuery, ConsultationList>
{
    public async Task<Result<ConsultationList>> Handle(ListConsultationsQuery request, CancellationToken cancellationToken)
    {
        var caller = callers.Caller;
        var own = await guard.OwnTasksAsync(caller, request.DossierId, cancellationToken);
        var asked = await context.Consultations.AsNoTracking().Where(c => c.DossierId == request.DossierId).OrderBy(c => c.AskedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        if (own.Count == 0)
            asked = asked.FindAll(c => ConsultationGuard.MayPassOver(caller, c) || c.AskerId == caller.AccountId);
        if (own.Count == 0 && asked.Count == 0)
            return Error.NotFound(ConsultationErrors.Missing);

        Guid[] ids = [.. asked.Select(c => c.Id)];
        var files = (await context.ConsultationFiles.AsNoTracking().Where(f => ids.Contains(f.ConsultationId)).ToListAsync(cancellationToken)).ToLookup(f => f.ConsultationId);
        var words = (await context.ConsultationMessages.AsNoTracking().Where(m => ids.Contains(m.ConsultationId)).ToListAsync(cancellationToken)).ToLookup(m => m.ConsultationId);
        var waiting = await context.Tasks.AsNoTracking().Where(t => t.ConsultationId != null && ids.Contains(t.ConsultationId.Value) && t.State == TaskState.Suspended)
            .Select(t => t.ConsultationId!.Value).ToListAsync(cancellationToken);
        var wentOn = await book.WentOnAsync(asked, cancellationToken);
        return new ConsultationList(
            [
                .. asked.Select(c => ConsultationLine.Of(
                    c, files[c.Id].Where(f => !f.IsAnswer || c.State == ConsultationState.Answered), words[c.Id], waiting.Contains(c.Id), c.IsOpen && ConsultationGuard.SpeaksForAsker(caller, c, own),
                    c is { IsOpen: true, SilentSince: not null } && ConsultationGuard.MayPassOver(caller, c), protector, dossiers.FileUrl, wentOn[c.Id])),
            ],
            InboxTopics.Consultations(request.DossierId));
    }
}
