using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Data;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

/// <summary>Loads an instance under its lock, lets the engine take one step, and hands what came out to the recorder. One transaction, the caller's.</summary>
internal sealed class InstanceRunner(ApprovalsDbContext context, DefinitionCache definitions, StepRecorder recorder, SignalBook signals, StateVault vault, IDatabase database)
{
    /// <summary>Two branches that write to each other without end go on with the next command.</summary>
    private const int MostPosts = 1_000;


    /// <summary>Writers of one instance queue: two branches completed at once do not collide at the join.</summary>
    public async Task<ProcessInstance?> LockAsync(Guid instanceId, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, $"approvals:{instanceId}", cancellationToken);
        return await context.Instances.SingleOrDefaultAsync(i => i.Id == instanceId, cancellationToken);
    }

    public async Task<ProcessInstance?> LockByDossierAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        var id = await context.Instances.Where(i => i.DossierId == dossierId && i.SubjectId == Guid.Empty).Select(i => (Guid?)i.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } found ? await LockAsync(found, cancellationToken) : null;
    }

    public Task<ProcessDefinition> DefinitionOfAsync(ProcessInstance instance, CancellationToken cancellationToken) =>
        definitions.GetAsync(context, instance.ProcessVersionId, cancellationToken);

    /// <summary>The step of a task, in a called process too.</summary>
    public async Task<FlowNode> NodeOfAsync(ProcessInstance instance, WorkTask task, CancellationToken cancellationToken)
    {
        var definition = await DefinitionOfAsync(instance, cancellationToken);
        if (definition.HasCalls && vault.Open(instance) is var state && state.Find(task.Token) is { } token)
            return ProcessEngine.NodeOf(definition, state, token);
        return definition.Locate(task.Element) ?? throw new InvalidOperationException($"Task {task.Id} stands at {task.Element}, which version {instance.ProcessVersionId} does not have.");
    }

    /// <summary>The service task that a token waits at; null when it has gone on.</summary>
    public async Task<FlowNode?> ServiceAtAsync(ProcessInstance instance, int tokenId, CancellationToken cancellationToken)
    {
        var state = vault.Open(instance);
        return state.Find(tokenId) is { State: TokenState.Service } token ? ProcessEngine.NodeOf(await DefinitionOfAsync(instance, cancellationToken), state, token) : null;
    }

    public Task<bool> WasAppliedAsync(Guid instanceId, Guid commandId, CancellationToken cancellationToken) =>
        context.AppliedCommands.AnyAsync(c => c.InstanceId == instanceId && c.CommandId == commandId, cancellationToken);

    public async Task<Result<Refusal>> ApplyAsync(ProcessInstance instance, EngineCommand command, StepDeed deed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var definition = await DefinitionOfAsync(instance, cancellationToken);
        var state = vault.Open(instance);
        if (await WasAppliedAsync(instance.Id, command.Id, cancellationToken))
            state = state with { Applied = [command.Id] };
        var result = ProcessEngine.Step(definition, state, command, now);
        if (result.Refusal != Refusal.None)
            return result.Refusal;
        result = Post(definition, state, result, command, now);

        instance.State = vault.Seal(result.State);
        instance.Status = result.State.Status;
        if (result.State.IsEnded)
            instance.EndedAt = now;
        context.AppliedCommands.Add(new AppliedCommand { InstanceId = instance.Id, CommandId = command.Id, AppliedAt = now });
        await signals.FollowAsync(instance.Id, definition, state, result.State, cancellationToken);
        DropQuestions(instance, definition, state, result.State, command.Event, now);
        var recorded = await recorder.RecordAsync(instance, result, deed, now, cancellationToken);
        return recorded.IsFailure ? recorded.AsFailure<Refusal>() : Refusal.None;
    }

    // An interrupted service task waits for no answer any more.
    private void DropQuestions(ProcessInstance instance, ProcessDefinition definition, InstanceState before, InstanceState after, EngineEvent @event, DateTimeOffset now)
    {
        if (!definition.HasConsultations && !definition.HasCalls)
            return;
        foreach (var token in before.Tokens.Where(t => t.State == TokenState.Service && after.Find(t.Id) is null && (@event as ServiceDone)?.Token != t.Id))
        {
            if (ProcessEngine.NodeOf(definition, before, token).Consultation is not null)
                context.Raise(new QuestionsDropped(instance.DossierId, instance.Id, token.Id), now);
        }
    }

    /// <summary>
    /// Messages that the process has thrown go to whoever of this instance waits for them, now or later. Other dossiers never get them: a name alone does not say whose it is.
    /// </summary>
    private static StepResult Post(ProcessDefinition definition, InstanceState before, StepResult result, EngineCommand command, DateTimeOffset now)
    {
        List<Mail> mail = [.. before.Mail, .. Thrown(result)];
        for (int i = 0, posted = 0; i < mail.Count && !result.State.IsEnded && posted < MostPosts;)
        {
            var next = ProcessEngine.Step(definition, result.State, new EngineCommand(DerivedId.From(command.Id, $"mail {result.State.LastHistory}"), new Deliver(mail[i].Message, mail[i].Values, Thrown: true)), now);
            if (next.Refusal != Refusal.None)
            {
                i++;
                continue;
            }

            posted++;
            mail.RemoveAt(i);
            mail.AddRange(Thrown(next));
            result = new StepResult(next.State, [.. result.History, .. next.History], [.. result.Jobs, .. next.Jobs], [.. result.Messages, .. next.Messages]);
            i = 0;
        }

        return mail.Count == 0 && before.Mail.Length == 0 ? result : result with { State = result.State with { Mail = [.. mail] } };

        static IEnumerable<Mail> Thrown(StepResult step) => step.Messages.OfType<MessageThrown>().Select(thrown => new Mail(thrown.Message, thrown.Values));
    }
}
