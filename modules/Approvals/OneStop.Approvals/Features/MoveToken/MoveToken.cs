using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.MoveToken;

/// <summary>Takes a process that has stopped to another of its elements.</summary>
[Requires(Permissions.Operate)]
internal sealed record MoveTokenCommand(Guid IncidentId, Guid CommandId, string? ToElement, string Why) : ICommand, IIncidentCommand;

internal sealed class MoveTokenValidator : AbstractValidator<MoveTokenCommand>
{
    public MoveTokenValidator()
    {
        this.IncidentRules();
        RuleFor(c => c.ToElement).NotEmpty().WithErrorCode(CommonErrors.Required);
    }
}

internal sealed class MoveTokenHandler(IncidentDesk desk) : IHandler<MoveTokenCommand, Done>
{
    public async Task<Result<Done>> Handle(MoveTokenCommand request, CancellationToken cancellationToken)
    {
        var opened = await desk.EnterAsync(request.IncidentId, request.CommandId, cancellationToken);
        if (!opened.TryGet(out var entered))
            return opened.AsFailure<Done>();
        if (entered.Replayed)
            return Done.Value;
        var move = new Move(entered.Incident.Token, request.ToElement!);
        return await desk.DoAsync(entered, request.CommandId, OperatorDeeds.Move, move, TaskCommandRules.Tidy(request.Why), request.ToElement, [], cancellationToken);
    }
}
