using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Features.PrintControlSlip;
using OneStop.Dossiers.Features.CountApologies;
using OneStop.Dossiers.Features.ReadFileAsStaff;
using OneStop.Dossiers.Features.ReadRegisterFile;
using OneStop.Dossiers.Features.ReadStatutoryForm;
using OneStop.Dossiers.Features.ReadTracked;
using OneStop.Dossiers.Features.TrackDossier;
using OneStop.Dossiers.Integrations;
using OneStop.Dossiers.Jobs;
using OneStop.Dossiers.Register;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Modules;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers;

// What the desk, public tracking and the reactions to the approval process add to the module.
internal static class DeskRegistration
{
    public static IReadOnlyList<MenuItem> Menu { get; } =
    [
        new(typeof(TrackingTexts), "Menu.Track", DeskUrls.Track, "Search", MenuPlace.Citizen, 30, null),
        new(typeof(DeskTexts), "Menu.Reception", DeskUrls.Queue, "Inbox", MenuPlace.Staff, 10, DeskPermissions.Receive),
        new(typeof(DeskTexts), "Menu.Unit", DeskUrls.UnitSearch, "Folder", MenuPlace.Staff, 40, DeskPermissions.ReadUnit),
        new(typeof(DeskTexts), "Menu.Register", DeskUrls.Register, "FileText", MenuPlace.Staff, 45, DeskPermissions.ExportRegister),
    ];

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddErrorTexts<LatenessTexts>().AddErrorTexts<DeskTexts>().AddErrorTexts<TrackingTexts>();
        services.AddOptions<PublicAddressOptions>().Bind(configuration.GetSection(PublicAddressOptions.Section))
            .Validate(o => o.Address.IsAbsoluteUri, "Public:Address must be a full address, such as https://dichvucong.example.gov.vn").ValidateOnStart();
        services.AddSingleton<PaperWords>();
        services.AddSingleton<TermRules>();
        services.AddScoped<DeskScope>().AddScoped<CitizenNotices>().AddScoped<DossierClock>().AddScoped<DossierReader>().AddScoped<AccessLog>().AddScoped<StatutoryPapers>()
            .AddScoped<LatenessReader>().AddScoped<BreachFinder>().AddScoped<ApologyDesk>().AddScoped<ApologyRules>().AddScoped<ApologyIssuer>().AddScoped<ResultDesk>().AddScoped<ResultKeyNotices>()
            .AddScoped<ResultIssuer>().AddScoped<TimeOutDesk>().AddScoped<LookupGuard>().AddSingleton<TrackingTickets>();
        services.AddScoped<IDossierDirectory, DossierDirectory>();
        services.AddScoped<CalendarMoves>().AddScoped<ICalendarAudience>(s => s.GetRequiredService<CalendarMoves>());
        services.AddWorker<WatchDeadlinesJob>();
        services.AddOptions<OutputCacheOptions>().Configure(o => o.AddPolicy(ApologiesCachePolicy.Name, ApologiesCachePolicy.Instance));
        services.AddSingleton<TrackingCachePolicy>().AddSingleton<TrackedQueries>();
        services.AddOptions<OutputCacheOptions>().Configure<TrackingCachePolicy>((o, policy) => o.AddPolicy(TrackingCachePolicy.Name, policy));
        services.AddScoped<RegisterRows>().AddSingleton<RegisterWriter>().AddSingleton<RegisterSignal>().AddSingleton<RegisterExportRun>().AddWorker<RegisterExportWorker>();
        TrackingLimits.Add(services);
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        StaffFileEndpoint.Map(endpoints);
        StatutoryFormEndpoint.Map(endpoints);
        ControlSlipEndpoint.Map(endpoints);
        RegisterFileEndpoint.Map(endpoints);
        TrackEndpoint.Map(endpoints);
    }
}
