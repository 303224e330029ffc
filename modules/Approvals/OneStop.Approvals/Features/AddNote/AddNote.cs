using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Features.AddNote;

/// <summary>Writes a note for the colleagues. It stays as written: whoever has read it can rely on it.</summary>
[Requires(Permissions.Work)]
internal sealed record AddNoteCommand(Guid TaskId, Guid NoteId, string Text, bool OnDossier) : ICommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class AddNoteValidator : AbstractValidator<AddNoteCommand>
{
    private const int Longest = 2_000;

    public AddNoteValidator()
    {
        RuleFor(c => c.NoteId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Text).Cascade(CascadeMode.Stop)
            .Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode(ApprovalErrors.NoteEmpty)
            .MaximumLength(Longest).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { Longest })
            .Must(text => !text.Contains('\0', StringComparison.Ordinal)).WithErrorCode(CommonErrors.BadCharacters);
    }
}

internal sealed class AddNoteHandler(ApprovalsDbContext context, IFieldProtector protector, ICallerContext callers, ILiveFeed live, TimeProvider time) : IHandler<AddNoteCommand, Done>
{
    public async Task<Result<Done>> Handle(AddNoteCommand request, CancellationToken cancellationToken)
    {
        var (caller, now) = (callers.Caller, time.GetUtcNow());
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TaskId, cancellationToken);
        if (task is null || !TaskAuthority.MayRead(caller, task))
            return ApprovalErrors.Missing();
        if (await context.Notes.AnyAsync(n => n.Id == request.NoteId, cancellationToken))
            return Done.Value;
        context.Notes.Add(new TaskNote
        {
            Id = request.NoteId,
            TaskId = task.Id,
            DossierId = task.DossierId,
            OnDossier = request.OnDossier,
            AuthorId = caller.Id,
            AuthorName = caller.Name,
            StepName = task.StepName,
            Text = protector.Protect(TaskCommandRules.Tidy(request.Text)),
            At = now,
        });
        context.AfterCommit(() => live.Publish(InboxTopics.Desk(task.DossierId)));
        return Done.Value;
    }
}
