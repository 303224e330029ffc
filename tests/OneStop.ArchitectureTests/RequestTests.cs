using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using Xunit;

namespace OneStop.ArchitectureTests;

public sealed class RequestTests
{
    private static readonly PermissionCatalogue Permissions = new(Product.Modules);

    [Fact]
    public void Requests_HaveOneHandlerEach()
    {
        var handled = Product.ModuleAssemblies.SelectMany(Product.Written).SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHandler<,>)).GroupBy(i => i.GenericTypeArguments[0]).ToDictionary(g => g.Key, g => g.Count());

        Assert.Empty(Product.Requests.Where(r => handled.GetValueOrDefault(r) != 1).Select(r => $"{r.FullName}: {handled.GetValueOrDefault(r)} handlers"));
    }

    [Fact]
    public void Requests_NameADeclaredPermissionOrAreOpenToAll()
    {
        var wrong = Product.Requests.Where(r =>
        {
            var permission = r.GetCustomAttribute<RequiresAttribute>()?.Permission;
            return r.IsDefined(typeof(OpenToAllAttribute)) == (permission is not null) || (permission is not null && !Permissions.Knows(permission));
        });

        Assert.Empty(wrong.Select(r => r.FullName));
    }

    [Fact]
    public void Requests_AreSealedRecordsThatSayWhetherTheyWrite() =>
        Assert.Empty(Product.Requests.Where(r => !r.IsSealed || (!Product.Implements(r, typeof(ICommand<>)) && !Product.Implements(r, typeof(IQuery<>)))).Select(r => r.FullName));

    [Fact]
    public void Requests_AreMentionedByATest()
    {
        var tests = string.Join('\n', SourceTree.Code.Where(f => f.Path.StartsWith("tests/", StringComparison.Ordinal)).Select(f => f.Text));
        var words = Regex.Matches(tests, @"\b[A-Z]\w+\b").Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Product.Requests.Where(r => !words.Contains(r.Name)).Select(r => r.FullName));
    }

    [Fact]
    public void Permissions_AreHeldByKnownRolesAndNamedByModule()
    {
        string[] roles = [.. Identity.Contracts.Roles.Staff, Identity.Contracts.Roles.Citizen];
        var wrong = from permission in Permissions.All
                    where permission.Roles.Length == 0 || permission.Roles.Except(roles).Any() || !Regex.IsMatch(permission.Code, "^[a-z]+(\\.[a-z_]+)+$")
                    select permission.Code;

        Assert.Empty(wrong);
    }

    [Fact]
    public void Pages_DeclareAKnownPermissionOrAreOpenToAll()
    {
        var wrong = Product.Pages.Where(page =>
        {
            var policies = page.GetCustomAttributes<AuthorizeAttribute>().Select(a => a.Policy).ToArray();
            return page.IsDefined(typeof(AllowAnonymousAttribute)) ? policies.Length > 0 : policies.Length == 0 || policies.Any(p => p is null || !Permissions.Knows(p));
        });

        Assert.Empty(wrong.Select(p => p.FullName));
    }

    [Fact]
    public void Pages_AreReachedOnOneAddressEach()
    {
        var doubled = Product.Pages.SelectMany(p => p.GetCustomAttributes<Microsoft.AspNetCore.Components.RouteAttribute>().Select(r => (p, r.Template)))
            .GroupBy(r => Regex.Replace(r.Template, @"\{[^}]*\}", "{}"), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1);

        Assert.Empty(doubled.Select(g => $"{g.Key}: {string.Join(", ", g.Select(r => r.p.Name))}"));
    }

    // The menus lead somewhere, and only for those who may go there.
    [Fact]
    public void MenuEntries_LeadToAPageWithTheSamePermission()
    {
        var pages = Product.Pages.SelectMany(p => p.GetCustomAttributes<Microsoft.AspNetCore.Components.RouteAttribute>().Select(r => (r.Template, p))).ToLookup(r => r.Template, r => r.p);
        var wrong = from module in Product.Modules
                    from entry in module.Menu
                    let page = pages[entry.Href.Split('?')[0]].FirstOrDefault()
                    where page is null || (page.GetCustomAttribute<AuthorizeAttribute>()?.Policy is { } policy && entry.Permission is not null && policy != entry.Permission)
                    select $"{module.Name}: {entry.Href}";

        Assert.Empty(wrong);
    }
}
