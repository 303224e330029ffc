using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Data.Providers;

namespace OneStop.Kernel.Data;

/// <summary>Wires contexts to the configured server.</summary>
public static class DatabaseRegistration
{
    /// <summary>Applies <c>Database:Provider</c> and <c>ConnectionStrings:OneStop</c> to the options of a context.</summary>
    public static void UseOneStopDatabase(this DbContextOptionsBuilder options, IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        options.UseOneStopDatabase(settings, ConnectionString(services.GetRequiredService<IConfiguration>()));
    }

    /// <summary>Applies explicit settings to the options of a context; used at design time.</summary>
    public static void UseOneStopDatabase(this DbContextOptionsBuilder options, DatabaseOptions settings, string connectionString) =>
        Dialect.For(settings.Provider).Configure(options, connectionString, settings, MigrationsAssembly(settings));

    internal static string ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString("OneStop") ?? throw new InvalidOperationException("ConnectionStrings:OneStop is not set.");

    internal static string MigrationsAssembly(DatabaseOptions settings) => $"OneStop.Migrations.{settings.Provider}";

    internal static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => Dialect.For(s.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider));
        services.AddSingleton<IDatabase>(s => s.GetRequiredService<Dialect>());
        services.AddDbContext<OneStopDbContext>((s, o) => o.UseOneStopDatabase(s), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        services.AddOneStopContext<KernelDbContext>();
        services.AddScoped<DatabaseMigrator>().AddScoped<IDatabaseState, DatabaseState>().AddSingleton<PlainReader>();
        return services;
    }

    // Contexts are pooled and their options made once: neither holds anything of a request, and making them costs more than a small query.
    internal static IServiceCollection AddOneStopContext<TContext>(this IServiceCollection services)
        where TContext : ModuleDbContext =>
        services.AddDbContextPool<TContext>((s, o) => o.UseOneStopDatabase(s));
}
