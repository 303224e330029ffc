using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Results;

namespace OneStop.Kernel.Http;

/// <summary>What a page answers whose subject could not be read.</summary>
public static class PageAnswers
{
    /// <summary>"Not found", unless nothing can be read for now: then the answer is 503 with the advice to try again, as the thing may well exist.</summary>
    public static void NotFoundOrBusy(this NavigationManager navigation, Error error)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        ArgumentNullException.ThrowIfNull(error);
        if (error.Kind == ErrorKind.Unavailable)
            throw new UnavailableException(error.Code);
        navigation.NotFound();
    }
}

/// <summary>Nothing can be read or written for now; the host answers 503.</summary>
public sealed class UnavailableException(string message) : Exception(message);
