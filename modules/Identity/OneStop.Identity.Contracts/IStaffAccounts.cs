namespace OneStop.Identity.Contracts;

/// <summary>Accounts of officials, for those who fill posts with them.</summary>
public interface IStaffAccounts
{
    /// <summary>The open account of an official by sign-in name or e-mail address; null when there is none.</summary>
    Task<StaffAccount?> FindAsync(string signInName, CancellationToken cancellationToken);

    /// <summary>Makes the demonstration accounts that are missing, all with the demonstration password, and answers all of them in the order asked.</summary>
    Task<IReadOnlyList<StaffAccount>> EnsureDemoAsync(IReadOnlyList<NewStaffAccount> accounts, CancellationToken cancellationToken);
}

/// <summary>An official's account.</summary>
/// <param name="Id">The account.</param>
/// <param name="SignInName">Name to sign in with.</param>
/// <param name="Name">Full name, họ đệm tên.</param>
public sealed record StaffAccount(Guid Id, string SignInName, string Name);

/// <summary>An official's account to make.</summary>
/// <param name="SignInName">Name to sign in with, unique.</param>
/// <param name="Name">Full name, họ đệm tên.</param>
public sealed record NewStaffAccount(string SignInName, string Name);
