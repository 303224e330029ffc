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

        Rule.Holds(Product.Requests.Where(r => handled.GetValueOrDefault(r) != 1).Select(r => $"{r.FullName}: {handled.GetValueOrDefault(r)} handlers"));
    }

    [Fact]
    public void Requests_NameADeclaredPermissionOrAreOpenToAll()
    {
        var wrong = Product.Requests.Where(r =>
        {
            var permission = r.GetCustomAttribute<RequiresAttribute>()?.Permission;
            return r.IsDefined(typeof(OpenToAllAttribute)) == (permission is not null) || (permission is not null && !Permissions.Knows(permission));
        });

        Rule.Holds(wrong.Select(r => r.FullName));
    }

    [Fact]
    public void Requests_AreSealedRecordsThatSayWhetherTheyWrite() =>
        Rule.Holds(Product.Requests.Where(r => !r.IsSealed || (!Product.Implements(r, typeof(ICommand<>)) && !Product.Implements(r, typeof(IQuery<>)))).Select(r => r.FullName));


    [Fact]
    public void Permissions_AreHeldByKnownRolesAndNamedByModule()
    {
        string[] roles = [.. Identity.Contracts.Roles.Staff, Identity.Contracts.Roles.Citizen];
        var wrong = from permission in Permissions.All
                    // Without a role only the system itself holds it.
                    where permission.Roles.Except(roles).Any() || !Regex.IsMatch(permission.Code, "^[a-z]+(\\.[a-z_]+)+$")
                    select permission.Code;

        Rule.Holds(wrong);
    }

    [Fact]
    public void Pages_DeclareAKnownPermissionOrAreOpenToAll()
    {
        var wrong = Product.Pages.Where(page =>
        {
            var policies = page.GetCustomAttributes<AuthorizeAttribute>().Select(a => a.Policy).ToArray();
            if (page.IsDefined(typeof(AllowAnonymousAttribute)))
                return policies.Length > 0;
            // Whoever is signed in may look after the own account; the deeds behind those pages name their permissions.
            return policies.Length == 0 || policies.Any(p => p is null ? Product.ModuleOf(page) != "Identity" : !Permissions.Knows(p));
        });

        Rule.Holds(wrong.Select(p => p.FullName));
    }

    [Fact]
    public void Pages_AreReachedOnOneAddressEach()
    {
        var doubled = Product.Pages.SelectMany(p => p.GetCustomAttributes<Microsoft.AspNetCore.Components.RouteAttribute>().Select(r => (p, r.Template)))
            .GroupBy(r => Regex.Replace(r.Template, @"\{[^}]*\}", "{}"), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1);

        Rule.Holds(doubled.Select(g => $"{g.Key}: {string.Join(", ", g.Select(r => r.p.Name))}"));
    }

}
