using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.RetryIncident;

/// <summary>Tries again what stopped a process, with variables put right where they were the cause.</summary>
[Requires(Permissions.Operate)]
internal sealed record RetryIncidentCommand(Guid IncidentId, Guid CommandId, string Why, IReadOnlyList<VariableInput> Variables) : ICommand<RetriedIncident>, IIncidentCommand
{
    public RetryIncidentCommand(Guid incidentId, Guid commandId, string why)
        : this(incidentId, commandId, why, [])
    {
    }
}

/// <summary>Whether the process has stopped again at once, because the cause is still there.</summary>
internal sealed record RetriedIncident(bool StandsAgain);

internal sealed class RetryIncidentValidator : AbstractValidator<RetryIncidentCommand>
{
    public RetryIncidentValidator()
    {
        this.IncidentRules();
        RuleFor(c => c.Variables).Custom((variables, check) =>
        {
            for (var i = 0; i < variables.Count; i++)
            {
                if (variables[i].Problem(i) is { } problem)
                    check.AddFailure(problem);
            }
        });
    }
}

internal sealed class RetryIncidentHandler(ApprovalsDbContext context, IncidentDesk desk, InstanceRunner runner, TaskBook book, TimeProvider time)
    : IHandler<RetryIncidentCommand, RetriedIncident>
{
    public async Task<Result<RetriedIncident>> Handle(RetryIncidentCommand request, CancellationToken cancellationToken)
    {
        var opened = await desk.EnterAsync(request.IncidentId, request.CommandId, cancellationToken);
        if (!opened.TryGet(out var entered))
            return opened.AsFailure<RetriedIncident>();
        if (entered.Replayed)
            return new RetriedIncident(await StandsAsync(entered.Instance, cancellationToken));

        var why = TaskCommandRules.Tidy(request.Why);
        var done = entered.Incident.Code == TaskBook.NobodyCompetent
            ? await ResolveAgainAsync(entered, request.CommandId, why, cancellationToken)
            : await RetryAsync(entered, request, why, cancellationToken);
        if (done.IsFailure)
            return done.AsFailure<RetriedIncident>();
        return new RetriedIncident(context.Incidents.Local.Any(i => i.InstanceId == entered.Instance.Id && i.MendedAt is null));
    }

    private Task<bool> StandsAsync(ProcessInstance instance, CancellationToken cancellationToken) =>
        context.Incidents.AnyAsync(i => i.InstanceId == instance.Id && i.MendedAt == null, cancellationToken);

    private Task<Result<Done>> RetryAsync(EnteredIncident entered, RetryIncidentCommand request, string why, CancellationToken cancellationToken)
    {
        var variables = request.Variables.ToDictionary(v => v.Name.Trim(), v => v.Value, StringComparer.Ordinal);
        return desk.DoAsync(entered, request.CommandId, OperatorDeeds.Retry, new Retry(entered.Incident.Token, variables), why, null, [.. variables.Keys], cancellationToken);
    }

    private async Task<Result<Done>> ResolveAgainAsync(EnteredIncident entered, Guid commandId, string why, CancellationToken cancellationToken)
    {
        var (incident, instance, _) = entered;
        var now = time.GetUtcNow();
        var standing = desk.Look(instance);
        desk.Keep(entered, commandId, OperatorDeeds.Retry, why, null, standing, standing, now);
        if (await book.FindOpenAsync(instance.Id, incident.Token, cancellationToken) is not { } task)
            return Done.Value;
        task.Close(TaskState.Withdrawn, "", null, null, "", now);
        await book.OpenAsync(instance, await runner.NodeOfAsync(instance, task, cancellationToken), task.Token, now, cancellationToken);
        return Done.Value;
    }
}
