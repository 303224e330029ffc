using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Events;
using Xunit;

namespace OneStop.ArchitectureTests;

// What must be whole before the product is: every deed tested, every code worded, every menu entry leading somewhere, the two documents true.
public sealed partial class CompletenessTests
{
    [Fact]
    public void MenuEntries_HaveATextInBothLanguages()
    {
        var keys = TextTests.Files.Values.SelectMany(f => f.Keys).ToHashSet(StringComparer.Ordinal);

        Rule.Holds(Product.Modules.SelectMany(m => m.Menu).Where(e => !keys.Contains(e.TextKey)).Select(e => e.TextKey));
    }

    [Fact]
    public void ErrorCodes_HaveATextInBothLanguages()
    {
        var keys = TextTests.Files.Values.SelectMany(f => f.Keys).ToHashSet(StringComparer.Ordinal);
        var wrong = from file in SourceTree.Product
                    where file.Name.EndsWith("Errors", StringComparison.Ordinal) || file.Name == "Error"
                    from match in Code().Matches(file.Text)
                    where !keys.Contains(match.Groups[1].Value)
                    select $"{file.Path}: {match.Groups[1].Value}";

        Rule.Holds(wrong);
    }

    [Fact]
    public void Requests_AreMentionedByATest()
    {
        var tests = string.Join('\n', SourceTree.Code.Where(f => f.Path.StartsWith("tests/", StringComparison.Ordinal)).Select(f => f.Text));
        var words = Regex.Matches(tests, @"\b[A-Z]\w+\b").Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

        Rule.Holds(Product.Requests.Where(r => !words.Contains(r.Name)).Select(r => r.FullName));
    }

    // The menus lead somewhere, and only for those who may go there.
    [Fact]
    public void MenuEntries_LeadToAPageWithTheSamePermission()
    {
        var pages = Product.Pages.SelectMany(p => p.GetCustomAttributes<RouteAttribute>().Select(r => (r.Template, p))).ToLookup(r => r.Template, r => r.p);
        var wrong = from module in Product.Modules
                    from entry in module.Menu
                    let page = pages[entry.Href.Split('?')[0]].FirstOrDefault()
                    where page is null || (page.GetCustomAttribute<AuthorizeAttribute>()?.Policy is { } policy && entry.Permission is not null && policy != entry.Permission)
                    select $"{module.Name}: {entry.Href}";

        Rule.Holds(wrong);
    }

    [Fact]
    public void Picture_IsTheOneInTheDocument()
    {
        var actual = SourceTree.Projects.Where(p => p.Module is not null).ToDictionary(
            p => p.Module!,
            p => string.Join(", ", ModuleBoundaryTests.References(p).Where(r => r.EndsWith(".Contracts", StringComparison.Ordinal)).Select(r => r.Split('.')[1]).Where(m => m != p.Module).Order(StringComparer.Ordinal)));

        var written = ModuleRow().Matches(SourceTree.Text("docs/modules.md")).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim() is "none" ? "" : m.Groups[2].Value.Trim());

        Assert.Equal(Lines(actual), Lines(written));
    }

    [Fact]
    public void Events_AreListedWithTheirPublishersAndListeners()
    {
        var actual = Product.Events.Select(e => $"| {e.Name} | {Publishers(e)} | {Listeners(e)} |").Order(StringComparer.Ordinal).ToArray();

        var written = SourceTree.Text("docs/events.md").Split('\n').Where(l => EventRow().IsMatch(l)).Select(l => l.Trim()).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(string.Join('\n', actual), string.Join('\n', written));
    }

    private static string Lines(Dictionary<string, string> picture) =>
        string.Join('\n', picture.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {(p.Value.Length == 0 ? "none" : p.Value)}"));

    private static string Publishers(Type e) => Names(SourceTree.Product.Where(f => f.Module is not null && Regex.IsMatch(f.Text, $@"\bnew {e.Name}\(|\bRaise\({e.Name}\.")).Select(f => f.Module!));

    private static string Listeners(Type e) =>
        Names(Product.ModuleAssemblies.SelectMany(Product.Written).Where(t => t.IsAssignableTo(typeof(IEventHandler<>).MakeGenericType(e))).Select(Product.ModuleOf));

    private static string Names(IEnumerable<string> modules)
    {
        var names = modules.Distinct().Order(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }

    [GeneratedRegex(@"^\| [A-Z]\w+ \|")]
    private static partial Regex EventRow();

    [GeneratedRegex(@"^\| (?!module)(\w+) \| ([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex ModuleRow();

    [GeneratedRegex(@"""([a-z_]+\.[a-z0-9_.]+)""")]
    private static partial Regex Code();
}
