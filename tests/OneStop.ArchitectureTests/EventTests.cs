using System.Text.RegularExpressions;
using OneStop.Kernel.Events;
using Xunit;

namespace OneStop.ArchitectureTests;

public sealed partial class EventTests
{
    [Fact]
    public void Events_AreListedWithTheirPublishersAndListeners()
    {
        var actual = Product.Events.Select(e => $"| {e.Name} | {Publishers(e)} | {Listeners(e)} |").Order(StringComparer.Ordinal).ToArray();

        var written = SourceTree.Text("docs/events.md").Split('\n').Where(l => Row().IsMatch(l)).Select(l => l.Trim()).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(string.Join('\n', actual), string.Join('\n', written));
    }

    [Fact]
    public void Events_ArePastTenseRecordsInContracts() =>
        Assert.Empty(Product.Events.Where(e => !Product.ContractAssemblies.Contains(e.Assembly) || !e.IsSealed || e.GetMethod("<Clone>$") is null).Select(e => e.FullName));

    [Fact]
    public void Handlers_AreNamedAfterTheirEvent()
    {
        var wrong = from assembly in Product.ModuleAssemblies
                    from handler in Product.Written(assembly)
                    let events = handler.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEventHandler<>)).Select(i => i.GenericTypeArguments[0].Name).ToArray()
                    where events.Length == 1 && !handler.Name.StartsWith($"On{events[0]}", StringComparison.Ordinal)
                    select handler.FullName;

        Assert.Empty(wrong);
    }

    private static string Publishers(Type e) => Names(SourceTree.Product.Where(f => f.Module is not null && Regex.IsMatch(f.Text, $@"\bnew {e.Name}\(")).Select(f => f.Module!));

    private static string Listeners(Type e) =>
        Names(Product.ModuleAssemblies.SelectMany(Product.Written).Where(t => t.IsAssignableTo(typeof(IEventHandler<>).MakeGenericType(e))).Select(Product.ModuleOf));

    private static string Names(IEnumerable<string> modules)
    {
        var names = modules.Distinct().Order(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }

    [GeneratedRegex(@"^\| [A-Z]\w+ \|")]
    private static partial Regex Row();
}
