using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.DossiersApi;
using OneStop.Dossiers.Features.ReadOwnFile;
using OneStop.Dossiers.Features.RemoveFile;
using OneStop.Dossiers.Features.SaveSection;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Modules;
using OneStop.UI;

namespace OneStop.Dossiers;

// The citizen's side of the module.
internal static class CitizenRegistration
{
    public static IReadOnlyList<MenuItem> Menu { get; } =
        [new(typeof(CitizenTexts), "Menu.MyDossiers", DossiersUrls.List, nameof(IconName.Folder), MenuPlace.Citizen, 20, Permissions.Own)];

    public static void Add(IServiceCollection services)
    {
        services.AddErrorTexts<CitizenTexts>();
        services.AddSingleton<ProtectedFacts>();
        services.AddOptions<ClamdOptions>().BindConfiguration(ClamdOptions.Section);
        services.AddSingleton<ClamdScanner>().AddSingleton<FileIntake>();
        services.AddScoped<AnswerRules>().AddScoped<DraftReader>().AddScoped<OwnDossiers>().AddScoped<DeskNotice>();
        services.AddScoped<UploadRules>().AddScoped<Upload>();
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
