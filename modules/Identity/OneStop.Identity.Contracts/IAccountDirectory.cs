namespace OneStop.Identity.Contracts;

/// <summary>What other modules may ask about accounts.</summary>
public interface IAccountDirectory
{
    /// <summary>Where and in which language to reach the person; null when there is no such account.</summary>
    Task<AccountContact?> ContactOfAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>What the person has told the State, to fill forms once; null when there is no such account. The caller must be that person.</summary>
    Task<ApplicantProfile?> ProfileOfAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Names by account, for histories and pickers; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesOfAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken);
}

/// <summary>How to reach an account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">Full name, họ đệm tên.</param>
/// <param name="Email">Confirmed e-mail, or null.</param>
/// <param name="Culture"><c>vi</c> or <c>en</c>.</param>
public sealed record AccountContact(Guid AccountId, string Name, string? Email, string Culture);

/// <summary>A person's own facts.</summary>
/// <param name="Name">Full name, họ đệm tên.</param>
/// <param name="CitizenNumber">Số định danh cá nhân, 12 digits, or null.</param>
/// <param name="BirthDate">Date of birth, or null.</param>
/// <param name="Phone">Phone, or null.</param>
/// <param name="Email">E-mail, or null.</param>
/// <param name="Address">Address as one line from the commune up, or null.</param>
/// <param name="IsOrganisation">Whether the account is a business.</param>
public sealed record ApplicantProfile(
    string Name, string? CitizenNumber, DateOnly? BirthDate, string? Phone, string? Email, string? Address, bool IsOrganisation);
