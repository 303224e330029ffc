using OneStop.Kernel.Callers;

namespace OneStop.Approvals.Contracts;

/// <summary>Who may see a dossier because of the work they have on it.</summary>
public interface ITaskAccess
{
    /// <summary>Whether the caller has, or had, a task on the dossier that lets them read it.</summary>
    Task<bool> MayReadAsync(Caller caller, Guid dossierId, CancellationToken cancellationToken);

    /// <summary>Whether the dossier is the caller's work now: an open step of it waits for them, or for the unit they lead.</summary>
    Task<bool> TakesPartAsync(Caller caller, Guid dossierId, CancellationToken cancellationToken);

    /// <summary>Whether the caller's unit was sent this one file with a question, or has attached it to its answer; of the rest of the dossier that says nothing.</summary>
    Task<bool> MayReadFileAsync(Caller caller, Guid fileId, CancellationToken cancellationToken);
}
