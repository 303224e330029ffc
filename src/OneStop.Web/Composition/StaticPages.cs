using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace OneStop.Web.Composition;

// With an interactive mode configured, Blazor seals the state of a circuit-to-be into every page, a kilobyte that costs as much as the page itself.
// A page without a render mode never has a circuit: it gets what it would have if no mode were configured. That metadata is internal to the framework, hence by name.
internal static class StaticPages
{
    private const string ConfiguredModes = "ConfiguredRenderModesMetadata";

    public static void WithoutCircuitState(EndpointBuilder endpoint)
    {
        var page = endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type;
        if (page is null || Attribute.IsDefined(page, typeof(RenderModeAttribute), inherit: true))
            return;
        for (var index = 0; index < endpoint.Metadata.Count; index++)
        {
            if (endpoint.Metadata[index].GetType() is { Name: ConfiguredModes } type)
                endpoint.Metadata[index] = NoModes(type);
        }
    }

    private static object NoModes(Type type) => Activator.CreateInstance(
        type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, binder: null, [Array.Empty<IComponentRenderMode>()], culture: null)!;
}
