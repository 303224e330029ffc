using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Features.DossiersApi;
using OneStop.Dossiers.Features.ExpireDrafts;
using OneStop.Dossiers.Features.ReadOwnFile;
using OneStop.Dossiers.Features.RemoveFile;
using OneStop.Dossiers.Features.SaveSection;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Dossiers.Jobs;
using OneStop.Dossiers.Resources;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Files;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Modules;
using OneStop.UI;

namespace OneStop.Dossiers;

// The citizen's side of the module.
internal static class CitizenRegistration
{
    public static IReadOnlyList<Permission> Permissions { get; } =
        [new(global::OneStop.Dossiers.Permissions.Own, Roles.Citizen), new(global::OneStop.Dossiers.Permissions.ExpireDrafts), new(global::OneStop.Dossiers.Permissions.StopUnanswered)];

    public static IReadOnlyList<MenuItem> Menu { get; } =
        [new(typeof(CitizenTexts), "Menu.MyDossiers", DossiersUrls.List, nameof(IconName.Folder), MenuPlace.Citizen, 20, global::OneStop.Dossiers.Permissions.Own)];

    public static void Add(IServiceCollection services)
    {
        services.AddErrorTexts<CitizenTexts>();
        services.AddSingleton<ProtectedFacts>();
        services.AddOptions<ClamdOptions>().BindConfiguration(ClamdOptions.Section);
        services.AddSingleton<ClamdScanner>().AddSingleton<FileIntake>();
        services.AddScoped<AnswerRules>().AddScoped<DraftReader>().AddSingleton<OwnQueries>().AddScoped<OwnDossiers>().AddScoped<DeskNotice>();
        services.AddOptions<DraftOptions>().BindConfiguration(DraftOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddWorker<ExpireDraftsJob>().AddWorker<StopUnansweredJob>();
        services.AddScoped<IFileReferences, DossierFileReferences>();
        services.AddScoped<UploadRules>().AddScoped<Upload>().AddScoped<IOpinionFiles, OpinionFiles>();
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        AutosaveEndpoint.Map(endpoints);
        UploadEndpoints.Map(endpoints);
        RemoveFileEndpoint.Map(endpoints);
        OwnFileEndpoint.Map(endpoints);
        DossiersEndpoints.Map(endpoints);
    }
}
