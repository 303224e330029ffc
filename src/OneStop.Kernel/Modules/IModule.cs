using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;

namespace OneStop.Kernel.Modules;

/// <summary>One business area: its services, endpoints, permissions and menu. The host only lists modules.</summary>
public interface IModule
{
    /// <summary>Name in code and logs, for example <c>Dossiers</c>.</summary>
    string Name { get; }

    /// <summary>Schema of its tables, for example <c>dossiers</c>.</summary>
    string Schema { get; }

    /// <summary>Its <see cref="Data.ModuleDbContext"/>.</summary>
    Type ContextType { get; }

    /// <summary>Permissions it declares.</summary>
    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>Menu entries it contributes to the shells.</summary>
    IReadOnlyList<MenuItem> Menu { get; }

    /// <summary>Registers what scanning does not find: contract implementations, options, hosted services.</summary>
    void Add(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps endpoints that are not pages.</summary>
    void Map(IEndpointRouteBuilder endpoints);
}

/// <summary>Which shell shows a menu entry.</summary>
public enum MenuPlace
{
    /// <summary>The citizen's header.</summary>
    Citizen,

    /// <summary>The left rail of the staff shell.</summary>
    Staff,

    /// <summary>The administration part of the staff shell.</summary>
    Administration,
}

/// <summary>A menu entry.</summary>
/// <param name="TextsType">Marker class of the resource that holds the label.</param>
/// <param name="TextKey">Key of the label.</param>
/// <param name="Href">Address.</param>
/// <param name="Icon">Name of an icon of the design system.</param>
/// <param name="Place">Which shell shows it.</param>
/// <param name="Order">Ascending order.</param>
/// <param name="Permission">Permission the reader needs, or null for everybody.</param>
public sealed record MenuItem(Type TextsType, string TextKey, string Href, string Icon, MenuPlace Place, int Order, string? Permission);

/// <summary>A verb of the host executable, such as <c>import-catalogue FILE</c>.</summary>
public interface IVerb
{
    /// <summary>The first word on the command line.</summary>
    string Name { get; }

    /// <summary>One line of usage, in English.</summary>
    string Usage { get; }

    /// <summary>Runs and returns the exit code.</summary>
    /// <param name="args">Words after the verb.</param>
    /// <param name="output">Where people read.</param>
    /// <param name="cancellationToken">Set by Ctrl+C.</param>
    Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken);
}

/// <summary>What the demo seed is asked for.</summary>
/// <param name="Province">Code of the province in the three-level list, <c>01</c> for Hà Nội.</param>
/// <param name="Accounts">Whether demo accounts are made; only in Development.</param>
public sealed record SeedOptions(string Province = "01", bool Accounts = true);

/// <summary>A part of <c>seed --demo</c>, contributed by a module. Running it again changes nothing.</summary>
public interface IDemoSeed
{
    /// <summary>Ascending order between modules: organisation 100, accounts 200, catalogue 300, processes 400, dossiers 500.</summary>
    int Order { get; }

    /// <summary>Makes what is missing. <paramref name="progress"/> takes a label and a share between 0 and 1.</summary>
    Task SeedAsync(SeedOptions options, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken);
}

/// <summary>Lines a module prints at the console when the product starts in Development, such as demo accounts.</summary>
public interface IWelcomeLines
{
    /// <summary>The lines.</summary>
    IEnumerable<string> Lines { get; }
}
