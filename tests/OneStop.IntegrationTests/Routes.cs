using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.IntegrationTests;

// Every door of the running host, as its metadata declares it.
internal static partial class Routes
{
    public const string Open = "open";
    public const string SignedIn = "signed-in";

    public static IReadOnlyList<Door> Of(IServiceProvider services) =>
    [
        .. services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !IsFramework(e.RoutePattern.RawText!))
            .SelectMany(e => Methods(e).Select(m => new Door(m, "/" + e.RoutePattern.RawText!.Trim('/'), Guard(e))))
            .Distinct().OrderBy(d => d.Pattern, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal),
    ];

    // An address that matches the pattern and names nothing that exists.
    public static string Sample(string pattern) => Parameter().Replace(pattern, match => match.Groups[2].Value switch
    {
        ":guid" => "01950000-0000-7000-8000-00000000dead",
        ":int" or ":long" => "404",
        _ => match.Groups[1].Value.TrimStart('*') switch { "documentName" => "v1", "code" or "Code" => "9.999999", _ => "khong-co" },
    });

    private static IEnumerable<string> Methods(RouteEndpoint endpoint)
    {
        var declared = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        // A page's own POST is its form; it is guarded by the same metadata and needs a form's token to get further.
        return endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null ? declared : ["GET"];
    }

    private static string Guard(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return Open;
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Distinct().ToArray();
        return policies.Length == 0 ? SignedIn : string.Join('+', policies);
    }

    private static bool IsFramework(string pattern) => pattern.Contains("_blazor", StringComparison.Ordinal) || pattern.Contains("_framework", StringComparison.Ordinal) || pattern.StartsWith("{*", StringComparison.Ordinal);

    [GeneratedRegex(@"\{([*\w]+)((?::[^}?]+)?)\??\}")]
    private static partial Regex Parameter();
}

internal sealed record Door(string Method, string Pattern, string Guard)
{
    public override string ToString() => $"{Method} {Pattern} {Guard}";
}
