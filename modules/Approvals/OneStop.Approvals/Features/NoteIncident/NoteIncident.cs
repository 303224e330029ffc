using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.NoteIncident;

/// <summary>Writes down what is known about an incident, for whoever looks at it next. Moves nothing.</summary>
[Requires(Permissions.Operate)]
internal sealed record NoteIncidentCommand(Guid IncidentId, Guid CommandId, string Why) : ICommand, IIncidentCommand;

internal sealed class NoteIncidentValidator : AbstractValidator<NoteIncidentCommand>
{
    public NoteIncidentValidator() => this.IncidentRules();
}

internal sealed class NoteIncidentHandler(IncidentDesk desk, TimeProvider time) : IHandler<NoteIncidentCommand, Done>
{
    public async Task<Result<Done>> Handle(NoteIncidentCommand request, CancellationToken cancellationToken)
    {
        var opened = await desk.EnterAsync(request.IncidentId, request.CommandId, cancellationToken);
        if (!opened.TryGet(out var entered))
            return opened.AsFailure<Done>();
        if (entered.Replayed)
            return Done.Value;
        var note = TaskCommandRules.Tidy(request.Why);
        var standing = desk.Look(entered.Instance);
        entered.Incident.Note = note;
        desk.Keep(entered, request.CommandId, OperatorDeeds.Note, note, null, standing, standing, time.GetUtcNow());
        return Done.Value;
    }
}
