using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Events;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Requests;
using OneStop.Web;

namespace OneStop.ArchitectureTests;

// What reflection sees of the product.
internal static class Product
{
    public static IReadOnlyList<IModule> Modules => ModuleList.All;

    public static IReadOnlyList<Assembly> ModuleAssemblies { get; } = [.. Modules.Select(m => m.GetType().Assembly)];

    public static IReadOnlyList<Assembly> ContractAssemblies { get; } =
        [.. ModuleAssemblies.SelectMany(a => a.GetReferencedAssemblies()).Where(n => n.Name!.EndsWith(".Contracts", StringComparison.Ordinal)).DistinctBy(n => n.Name).Select(Assembly.Load)];

    public static IReadOnlyList<Assembly> All { get; } =
        [.. ModuleAssemblies, .. ContractAssemblies, typeof(IModule).Assembly, typeof(UI.IShell).Assembly, typeof(ModuleList).Assembly];

    public static IEnumerable<Type> Written(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.Name.StartsWith('<') && !t.IsDefined(typeof(CompilerGeneratedAttribute)) && t.DeclaringType?.Name.StartsWith('<') != true);

    public static IEnumerable<Type> Requests => ModuleAssemblies.SelectMany(Written).Where(t => !t.IsAbstract && !t.IsInterface && IsRequest(t));

    public static IEnumerable<Type> Events => ModuleAssemblies.Concat(ContractAssemblies).SelectMany(Written).Where(t => t.IsClass && t.IsAssignableTo(typeof(IIntegrationEvent)));

    public static IEnumerable<Type> Pages => ModuleAssemblies.Append(typeof(ModuleList).Assembly).SelectMany(Written).Where(t => t.IsDefined(typeof(RouteAttribute)));

    public static bool IsRequest(Type type) => Implements(type, typeof(IRequest<>));

    public static bool Implements(Type type, Type definition) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);

    public static string ModuleOf(Type type) => type.Assembly.GetName().Name!.Split('.')[1];
}
