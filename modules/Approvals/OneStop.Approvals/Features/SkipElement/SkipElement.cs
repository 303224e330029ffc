using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SkipElement;

/// <summary>Passes over the element that stopped a process: it counts as done and gives nothing out.</summary>
[Requires(Permissions.Operate)]
internal sealed record SkipElementCommand(Guid IncidentId, Guid CommandId, string Why) : ICommand, IIncidentCommand;

internal sealed class SkipElementValidator : AbstractValidator<SkipElementCommand>
{
    public SkipElementValidator() => this.IncidentRules();
}

internal sealed class SkipElementHandler(IncidentDesk desk) : IHandler<SkipElementCommand, Done>
{
    public async Task<Result<Done>> Handle(SkipElementCommand request, CancellationToken cancellationToken)
    {
        var opened = await desk.EnterAsync(request.IncidentId, request.CommandId, cancellationToken);
        if (!opened.TryGet(out var entered))
            return opened.AsFailure<Done>();
        return entered.Replayed
            ? Done.Value
            : await desk.DoAsync(entered, request.CommandId, OperatorDeeds.Skip, new Skip(entered.Incident.Token), TaskCommandRules.Tidy(request.Why), null, [], cancellationToken);
    }
}
