using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Resources;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.CreateDraft;

/// <summary>Begins a draft: a copy of a version, or a new process under a key of its own.</summary>
[Requires(Permissions.Design)]
internal sealed record CreateDraftCommand(Guid? FromVersionId, string? Key = null, string? Name = null) : ICommand<Guid>, IAudited
{
    public string? AuditSubject => FromVersionId?.ToString() ?? Key;
}

internal sealed class CreateDraftValidator : AbstractValidator<CreateDraftCommand>
{
    public CreateDraftValidator()
    {
        When(c => c.FromVersionId is null, () =>
        {
            RuleFor(c => c.Key).NotEmpty().WithErrorCode(CommonErrors.Required).MaximumLength(100).WithErrorCode(CommonErrors.TooLong)
                .Matches(@"^[A-Za-z0-9][A-Za-z0-9._\-]*$").WithErrorCode(CommonErrors.BadFormat);
            RuleFor(c => c.Name).NotEmpty().WithErrorCode(CommonErrors.Required).MaximumLength(500).WithErrorCode(CommonErrors.TooLong)
                .Must(name => name?.Any(char.IsControl) != true).WithErrorCode(CommonErrors.BadCharacters);
        });
    }
}

internal sealed class CreateDraftHandler(ApprovalsDbContext context, IStringLocalizer<ApprovalsTexts> texts, ICallerContext callers, TimeProvider time)
    : IHandler<CreateDraftCommand, Guid>
{
    public async Task<Result<Guid>> Handle(CreateDraftCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var caller = callers.Caller;
        var version = request.FromVersionId is { } id ? await context.ProcessVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancellationToken) : null;
        if (request.FromVersionId is not null && version is null)
            return Error.NotFound(ApprovalErrors.VersionMissing);
        if (version is null && await context.ProcessVersions.AnyAsync(v => v.Key == request.Key, cancellationToken))
            return Error.Invalid(ApprovalErrors.ProcessKeyTaken, nameof(request.Key));

        var draft = new ProcessDraft
        {
            Id = EntityId.New(now),
            Key = version?.Key ?? request.Key!,
            Name = version?.Name ?? request.Name!.Trim(),
            Xml = version?.Xml ?? BlankProcess.For(request.Key!, request.Name!.Trim(), texts["Design.BlankStart"], texts["Design.BlankEnd"]),
            BasedOnId = version?.Id,
            CreatedById = caller.AccountId,
            CreatedByName = caller.Name,
            EditedByName = caller.Name,
        };
        draft.Edited(caller.AccountId, caller.Name, now);
        context.ProcessDrafts.Add(draft);
        return draft.Id;
    }
}
