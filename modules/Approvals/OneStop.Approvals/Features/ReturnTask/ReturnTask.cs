using OneStop.Approvals.Contracts;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReturnTask;

/// <summary>Sends the dossier back to a step it has passed.</summary>
[Requires(Permissions.Work)]
internal sealed record ReturnTaskCommand(Guid TaskId, Guid CommandId, string ToElement, string Reason) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class ReturnTaskHandler(TaskGate gate) : IHandler<ReturnTaskCommand, Done>
{
    public Task<Result<Done>> Handle(ReturnTaskCommand request, CancellationToken cancellationToken) => gate.ActAsync(request, ActionKind.Return, entered =>
    {
        var reason = TaskCommandRules.Tidy(request.Reason);
        return gate.ApplyAsync(entered, new SendBack(entered.Task.Token, request.ToElement), gate.Deed(entered, StepOutcomes.Return, reason), cancellationToken, reason);
    }, cancellationToken);
}
