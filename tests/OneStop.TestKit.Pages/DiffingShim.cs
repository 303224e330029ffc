using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace OneStop.TestKit.Pages;

/// <summary>Loads the AngleSharp.Diffing that bUnit compares markup with from the folder "shim": the version it names cannot be had (docs/adr/0009).</summary>
internal static class DiffingShim
{
#pragma warning disable CA2255 // The resolver must stand before the first test touches bUnit; nothing else runs earlier.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "shim", "AngleSharp.Diffing.dll")) : null;
}
