namespace OneStop.Organisation.Contracts;

/// <summary>Who works where, for those who look after accounts.</summary>
public interface IPostHolders
{
    /// <summary>Held posts in the agency at the path and below it.</summary>
    Task<IReadOnlyList<PostHolder>> BelowAsync(string agencyPath, DateOnly on, CancellationToken cancellationToken);
}

/// <summary>A held post.</summary>
/// <param name="AccountId">Who holds it.</param>
/// <param name="Title">Title of the post.</param>
/// <param name="Role">Role code.</param>
/// <param name="AgencyName">Name of the agency.</param>
/// <param name="DepartmentName">Name of the department.</param>
public sealed record PostHolder(Guid AccountId, string Title, string Role, string AgencyName, string DepartmentName);
