using System.Text.Json;
using FluentValidation;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SendMessage;

/// <summary>
/// A message from outside. With a dossier it goes to whoever waits for it in the dossier's own process; without one it begins the processes that wait for it. Sent again it does nothing.
/// </summary>
[Requires(Permissions.Operate)]
internal sealed record SendMessageCommand(Guid CommandId, string Message) : ICommand<MessageSent>, IAudited
{
    private const int LongestCode = 100;

    /// <summary>Code of the dossier that the message is about.</summary>
    public string? Dossier { get; init; }

    /// <summary>What the message brings: outputs of the event that waits for it, or variables that are seen from there.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();

    public string? AuditSubject => Dossier is { Length: <= LongestCode } code ? $"{Message} → {code}" : Message;
}

/// <summary>How many processes it begins, and how many it moves on.</summary>
internal sealed record MessageSent(int Starts, int Continues);

internal sealed class SendMessageValidator : AbstractValidator<SendMessageCommand>
{
    private const int Longest = 300;

    public SendMessageValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Message).NotEmpty().WithErrorCode(CommonErrors.Required).MaximumLength(Longest).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { Longest });
        RuleFor(c => c.Variables).Custom((variables, check) => MessageValues.Check(variables, check.AddFailure));
    }
}

internal sealed class SendMessageHandler(
    ApprovalsDbContext context, ProcessStarts starts, InstanceRunner runner, StateVault vault, IDossierDirectory dossiers, ICallerContext callers, TimeProvider time) : IHandler<SendMessageCommand, MessageSent>
{
    public async Task<Result<MessageSent>> Handle(SendMessageCommand request, CancellationToken cancellationToken)
    {
        var values = MessageValues.Read(request.Variables);
        if (!string.IsNullOrWhiteSpace(request.Dossier))
            return await ContinueAsync(request, request.Dossier.Trim(), values, cancellationToken);
        var now = time.GetUtcNow();
        var waiting = await starts.WaitingForAsync(EventKind.Message, request.Message.Trim(), now, cancellationToken);
        if (waiting.Count == 0)
            return Error.NotFound(ApprovalErrors.NobodyWaits, request.Message);
        foreach (var start in waiting)
        {
            var cause = DerivedId.From(request.CommandId, $"{start.ProcessVersionId:N} {start.Element}");
            context.Raise(new ProcessStartAsked(start.ProcessVersionId, start.Element, cause, callers.Caller.Name) { Values = values.Count == 0 ? null : vault.Seal(values) }, now);
        }

        return new MessageSent(waiting.Count, 0);
    }

    private async Task<Result<MessageSent>> ContinueAsync(SendMessageCommand request, string dossier, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken)
    {
        if (await dossiers.FindAsync(dossier, cancellationToken) is not { } id || await runner.LockByDossierAsync(id, cancellationToken) is not { PurgedAt: null } instance)
            return Error.NotFound(ApprovalErrors.InstanceMissing);
        var command = new EngineCommand(request.CommandId, new Deliver(request.Message.Trim(), values), callers.Caller.Name);
        var applied = await runner.ApplyAsync(instance, command, StepDeed.By(callers.Caller, null, 0, "", null), time.GetUtcNow(), cancellationToken);
        if (!applied.TryGet(out var refusal))
            return applied.AsFailure<MessageSent>();
        return refusal is Refusal.None or Refusal.AlreadyApplied ? new MessageSent(0, 1) : Error.NotFound(ApprovalErrors.NobodyWaits, request.Message);
    }
}
