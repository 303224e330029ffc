namespace OneStop.Approvals.Contracts;

/// <summary>The demonstration's officials at work, for other modules' demo seeds: each step is done by whoever holds the post it waits for.</summary>
public interface IDemoSteps
{
    /// <summary>Does the open step of the dossier, or of a matter beside it. False when none is open.</summary>
    /// <param name="dossierId">Dossier.</param>
    /// <param name="matter">One of <see cref="Matters"/>, or null for the dossier's own process.</param>
    /// <param name="answers">Answers by field; the step takes those of its own form.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    Task<bool> ApproveAsync(Guid dossierId, string? matter, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken);

    /// <summary>Asks the applicant to complete the dossier, at its open step.</summary>
    Task AskSupplementAsync(Guid dossierId, IReadOnlyList<string> items, string reason, CancellationToken cancellationToken);
}
