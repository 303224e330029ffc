using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

/// <summary>Ends questions that nobody needs an answer to: their tasks leave the inboxes and the bodies are told.</summary>
internal sealed class OpenQuestions(ApprovalsDbContext context, InstanceRunner runner)
{
    public async Task<Result<Done>> EndAsync(Expression<Func<Consultation, bool>> which, Guid cause, string outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = context.Consultations.Where(which).Where(c => c.State == ConsultationState.Open);
        var matters = await context.Instances.Where(i => i.EndedAt == null && open.Any(c => c.Id == i.SubjectId)).OrderBy(i => i.SubjectId).Select(i => i.Id).ToListAsync(cancellationToken);
        foreach (var id in matters)
        {
            if (await runner.LockAsync(id, cancellationToken) is not { } instance)
                continue;
            var applied = await runner.ApplyAsync(instance, new EngineCommand(DerivedId.From(cause, $"stop/{id:N}"), new Terminate(outcome)), StepDeed.System, now, cancellationToken);
            if (applied.IsFailure)
                return applied.AsFailure<Done>();
        }

        return Done.Value;
    }
}
