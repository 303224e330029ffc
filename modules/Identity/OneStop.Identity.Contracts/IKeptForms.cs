namespace OneStop.Identity.Contracts;

/// <summary>What somebody had typed into a page when their session was found to have ended, kept for a short while for the same browser.</summary>
public interface IKeptForms
{
    /// <summary>The fields that were typed into the page now shown, by name, once; null when there are none.</summary>
    Task<IReadOnlyDictionary<string, string>?> TakeAsync(CancellationToken cancellationToken);
}

/// <summary>Says of a page that what is posted to it by a browser without a session is kept until it has signed in; the page takes it with <see cref="IKeptForms"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptOverSignInAttribute : Attribute;
