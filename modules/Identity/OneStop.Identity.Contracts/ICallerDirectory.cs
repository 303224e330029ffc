using OneStop.Kernel.Callers;

namespace OneStop.Identity.Contracts;

/// <summary>Officials as callers, for what they have asked for and is done a little later in their name.</summary>
public interface ICallerDirectory
{
    /// <summary>The official with the roles held today; null when there is no such account or it has been closed.</summary>
    Task<Caller?> FindStaffAsync(Guid accountId, CancellationToken cancellationToken);
}
