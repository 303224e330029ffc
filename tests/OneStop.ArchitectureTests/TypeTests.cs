using System.Reflection;
using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Data;
using OneStop.Kernel.Modules;
using Xunit;

namespace OneStop.ArchitectureTests;

public sealed class TypeTests
{
    private static readonly string[] BannedSuffixes = ["Helper", "Helpers", "Manager", "Utils", "Util", "Common", "Impl"];

    [Fact]
    public void Module_ShowsOnlyItsModuleItsComponentsAndTheirParameters()
    {
        var wrong = Product.ModuleAssemblies.SelectMany(assembly =>
        {
            var shown = ShownByComponents(assembly);
            return Product.Written(assembly).Where(t => t.IsVisible && !t.IsAssignableTo(typeof(IModule)) && t.Name != "_Imports" && !IsComponent(t) && !shown.Contains(t)
                && t.Namespace?.EndsWith(".Resources", StringComparison.Ordinal) != true);
        });

        Rule.Holds(wrong.Select(t => t.FullName));
    }

    [Fact]
    public void Classes_ThatNobodyDerivesFrom_AreSealed()
    {
        var all = Product.All.SelectMany(Product.Written).Where(t => t.IsClass).ToArray();
        var bases = all.Select(t => t.BaseType).OfType<Type>().Select(b => b.IsGenericType ? b.GetGenericTypeDefinition() : b).ToHashSet();

        // Components are made by the Razor compiler, which does not seal them; the entry point is partial for tests.
        var wrong = all.Where(t => !t.IsSealed && !t.IsAbstract && !IsComponent(t) && !bases.Contains(t) && t.Name is not ("Program" or "_Imports"));

        Rule.Holds(wrong.Select(t => t.FullName));
    }

    [Fact]
    public void Names_EndInNoEmptyWord() =>
        Rule.Holds(Product.All.SelectMany(Product.Written).Where(t => BannedSuffixes.Any(s => t.Name.EndsWith(s, StringComparison.Ordinal))).Select(t => t.FullName));

    [Fact]
    public void Namespaces_FollowTheFolders()
    {
        var wrong = SourceTree.Product.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(f => (f.Path, Expected: ExpectedNamespace(f.Path), Actual: f.Lines.FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].TrimEnd(';', '\r')))
            .Where(f => f.Actual is not null && !f.Expected.StartsWith(f.Actual, StringComparison.Ordinal) && !f.Path.Contains("SqlServerStandIn", StringComparison.Ordinal));

        Rule.Holds(wrong.Select(f => $"{f.Path}: {f.Actual}"));
    }

    [Fact]
    public void Contexts_AreOnePerModuleAndInternal()
    {
        foreach (var module in Product.Modules)
        {
            var contexts = Product.Written(module.GetType().Assembly).Where(t => t.IsAssignableTo(typeof(ModuleDbContext))).ToArray();
            Assert.Equal([module.ContextType], contexts);
            Assert.False(module.ContextType.IsVisible);
        }
    }

    [Fact]
    public void Constructors_TakeNoOtherModulesContextAndPagesTakeNone()
    {
        var contexts = Product.Modules.ToDictionary(m => m.ContextType, m => m.GetType().Assembly);
        var wrong = from assembly in Product.ModuleAssemblies
                    from type in Product.Written(assembly)
                    from parameter in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType)
                        .Concat(type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.IsDefined(typeof(InjectAttribute))).Select(p => p.PropertyType))
                    where contexts.TryGetValue(parameter, out var owner) && (owner != assembly || IsComponent(type))
                    select $"{type.FullName} takes {parameter.Name}";

        Rule.Holds(wrong);
    }

    [Fact]
    public void Schemas_AreOnePerModule() => Assert.Equal(Product.Modules.Count, Product.Modules.Select(m => m.Schema).Append("kernel").Distinct().Count() - 1);

    private static bool IsComponent(Type type) => type.IsAssignableTo(typeof(IComponent));

    // View records: what a page or component takes as a parameter or shows in a table, and what they are made of.
    private static HashSet<Type> ShownByComponents(Assembly assembly)
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>(Product.Written(assembly).Where(IsComponent)
            .SelectMany(t => t.GetProperties().Select(p => p.PropertyType).Concat(t.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(f => f.FieldType))));
        while (open.TryDequeue(out var type))
        {
            foreach (var inner in type.GetGenericArguments())
                open.Enqueue(inner);
            if (type.HasElementType)
                open.Enqueue(type.GetElementType()!);
            if (type.Assembly != assembly || !found.Add(type))
                continue;
            foreach (var property in type.GetProperties())
                open.Enqueue(property.PropertyType);
        }

        return found;
    }

    private static string ExpectedNamespace(string path)
    {
        var parts = path.Split('/');
        return string.Join('.', parts[(parts[0] == "modules" ? 2 : 1)..^1]);
    }
}
