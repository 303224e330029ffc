namespace OneStop.Identity.Contracts;

/// <summary>The demonstration's people, for other modules' demo seeds. Empty where no demo accounts were made.</summary>
public interface IDemoAccounts
{
    /// <summary>Demo citizens, in the order they were made.</summary>
    Task<IReadOnlyList<AccountContact>> CitizensAsync(CancellationToken cancellationToken);
}
