using Microsoft.AspNetCore.Components;

namespace OneStop.UI;

// Path and query of the page, as it is written in its address.
internal static class PageAddress
{
    public static string PathAndQuery(this NavigationManager navigation)
    {
        var address = navigation.Uri;
        var start = navigation.BaseUri.Length - 1;
        // An address as browsers send it is cut; whatever else it may be is read.
        return address.Length > start && !address.AsSpan().ContainsAnyExceptInRange('!', '~') && !address.Contains('#', StringComparison.Ordinal)
            ? address[start..]
            : new Uri(address).PathAndQuery;
    }

    public static string Path(this NavigationManager navigation) => navigation.PathAndQuery().Split('?', 2)[0];

    public static bool IsUnder(this NavigationManager navigation, string url) =>
        navigation.Path() is var path && path.StartsWith(url, StringComparison.OrdinalIgnoreCase) && (path.Length == url.Length || path[url.Length] == '/');
}
