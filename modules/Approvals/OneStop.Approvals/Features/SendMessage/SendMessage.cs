using FluentValidation;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SendMessage;

/// <summary>A message from outside begins the processes that wait for it; those that run wait for their own, which a step records. Sent again it begins nothing.</summary>
[Requires(Permissions.Operate)]
internal sealed record SendMessageCommand(Guid CommandId, string Message) : ICommand<MessageSent>, IAudited
{
    public string? AuditSubject => Message;
}

/// <summary>How many processes it begins.</summary>
internal sealed record MessageSent(int Starts);

internal sealed class SendMessageValidator : AbstractValidator<SendMessageCommand>
{
    private const int Longest = 300;

    public SendMessageValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Message).NotEmpty().WithErrorCode(CommonErrors.Required).MaximumLength(Longest).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { Longest });
    }
}

internal sealed class SendMessageHandler(ApprovalsDbContext context, ProcessStarts starts, ICallerContext callers, TimeProvider time) : IHandler<SendMessageCommand, MessageSent>
{
    public async Task<Result<MessageSent>> Handle(SendMessageCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await starts.WaitingForAsync(EventKind.Message, request.Message.Trim(), now, cancellationToken);
        if (waiting.Count == 0)
            return Error.NotFound(ApprovalErrors.NobodyWaits, request.Message);
        foreach (var start in waiting)
            context.Raise(new ProcessStartAsked(start.ProcessVersionId, start.Element, DerivedId.From(request.CommandId, $"{start.ProcessVersionId:N} {start.Element}"), callers.Caller.Name), now);
        return new MessageSent(waiting.Count);
    }
}
