using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

/// <summary>Something with the files of an answer; sent again it finds what it has done.</summary>
internal interface IAnswerCommand : ITaskCommand
{
    Guid ITaskCommand.CommandId => Guid.Empty;
}

/// <summary>The answer that a task is about, for whoever may add to it.</summary>
internal sealed record AnswerPlace(Guid DossierId, Guid ConsultationId);

/// <summary>The one door to the files of an answer: as long as the task is open, whoever may act on it.</summary>
internal sealed class AnswerFiles(ApprovalsDbContext context, TaskGate gate)
{
    public const int Most = 20;

    public Task<Result<T>> EnterAsync<T>(IAnswerCommand command, Func<AnswerPlace, Task<Result<T>>> act, CancellationToken cancellationToken)
    {
        return gate.EnterAsync(command, decides: false, entered => AtAsync(entered.Task), AtAsync, cancellationToken);

        Task<Result<T>> AtAsync(WorkTask task) => task.ConsultationId is { } consultation
            ? act(new AnswerPlace(task.DossierId, consultation))
            : Task.FromResult<Result<T>>(Error.RuleBroken(ConsultationErrors.NotThisStep));
    }

    public async Task<Error?> CheckRoomAsync(Guid consultationId, CancellationToken cancellationToken) =>
        await context.ConsultationFiles.CountAsync(f => f.ConsultationId == consultationId && f.IsAnswer, cancellationToken) < Most
            ? null : Error.RuleBroken(ConsultationErrors.TooManyFiles, Most);
}
