using FluentValidation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Files;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Security;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Kernel.Modules;

/// <summary>Adds the kernel and the modules to the container.</summary>
public static class ModuleRegistration
{
    /// <summary>Adds the kernel's services and everything the modules contribute, found by scanning their assemblies.</summary>
    public static IServiceCollection AddOneStop(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IModule> modules)
    {
        var requests = new RequestCatalogue();
        var events = new EventCatalogue();
        services.AddSingleton(requests).AddSingleton(events);
        AddKernel(services);
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            AddContext(services, module.ContextType);
            Scan(services, module, requests, events);
            module.Add(services, configuration);
        }

        return services;
    }

    /// <summary>Registers the resource that holds sentences for a module's error codes.</summary>
    public static IServiceCollection AddErrorTexts<TTexts>(this IServiceCollection services) => services.AddSingleton(new ErrorTextSource(typeof(TTexts)));

    private static void AddKernel(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase();
        services.AddLocalization().AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, KeptTextsFactory>());
        services.Replace(ServiceDescriptor.Singleton(typeof(IStringLocalizer<>), typeof(KeptTexts<>)));
        services.AddSingleton<PermissionCatalogue>();
        services.AddScoped<CallerContext>().AddScoped<ICallerContext>(s => s.GetRequiredService<CallerContext>());
        services.AddSingleton<RequestPipeline>().AddScoped<IDispatcher, Dispatcher>().AddSingleton<ISystemDispatcher, SystemDispatcher>();
        services.AddSingleton<OutboxSignal>().AddSingleton<OutboxDelivery>().AddWorker<OutboxWorker>();
        services.AddOptions<FileStoreOptions>().BindConfiguration("Files");
        services.AddSingleton<IFileStore, DiskFileStore>();
        services.AddSingleton<FileSweep>().AddWorker<FileSweeper>();
        services.AddOptions<SecurityOptions>().BindConfiguration("Security")
            .Validate(o => SecurityOptions.IsKey(o.FieldKey), "Security:FieldKey must be the base64 of 32 random bytes (for example: openssl rand -base64 32).").ValidateOnStart();
        services.AddSingleton<IFieldProtector, FieldProtector>();
        services.AddSingleton<DatabaseKeyRepository>().AddDataProtection().SetApplicationName("OneStop");
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeyRepository>((o, repository) => o.XmlRepository = repository);
        services.AddSingleton<LiveFeed>().AddSingleton<ILiveFeed>(s => s.GetRequiredService<LiveFeed>());
        services.AddSingleton<LiveRelay>().AddWorker<LiveRelayWorker>();
        services.AddSingleton<IErrorTexts, ErrorTexts>().AddSingleton<ClockWords>();
    }

    private static void AddContext(IServiceCollection services, Type contextType) =>
        typeof(ModuleRegistration).GetMethod(nameof(AddTypedContext), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(contextType).Invoke(null, [services]);

    private static void AddTypedContext<TContext>(IServiceCollection services)
        where TContext : ModuleDbContext =>
        services.AddOneStopContext<TContext>();

    private static void Scan(IServiceCollection services, IModule module, RequestCatalogue requests, EventCatalogue events)
    {
        foreach (var type in module.GetType().Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }))
        {
            foreach (var contract in type.GetInterfaces())
            {
                if (!contract.IsGenericType)
                {
                    if (contract == typeof(IDemoSeed) || contract == typeof(IDemoHistory) || contract == typeof(IVerb))
                        services.AddScoped(contract, type);
                    continue;
                }

                var definition = contract.GetGenericTypeDefinition();
                if (definition == typeof(IHandler<,>))
                {
                    services.AddScoped(contract, type);
                    requests.Add(RequestDescriptor.Read(contract.GenericTypeArguments[0], module));
                }
                else if (definition == typeof(IEventHandler<>))
                {
                    services.AddScoped(type);
                    events.Add((EventSubscription)Activator.CreateInstance(typeof(EventSubscription<>).MakeGenericType(contract.GenericTypeArguments), type, module)!);
                }
                else if (definition == typeof(IValidator<>))
                {
                    services.AddSingleton(contract, type);
                }
            }
        }
    }
}
