using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneStop.Dossiers.Components;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.SaveSection;

// Saves a page while it is typed; what is wrong with it is not said until the citizen goes on.
internal static class AutosaveEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(DossiersUrls.AutosaveRoute, SaveAsync).RequireAuthorization(Permissions.Own).ExcludeFromDescription();

    private static async Task<IResult> SaveAsync(Guid id, string section, HttpContext http, IAntiforgery antiforgery, IDispatcher dispatcher, IErrorTexts texts)
    {
        if (await CitizenRequests.RefuseForgedAsync(http, antiforgery, texts) is { } refused)
            return refused;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var saved = await dispatcher.Send(new SaveSection(id, section, FormValues.Read(form)), http.RequestAborted);
        return saved.Map(s => new { savedAt = s.SavedAt }).ToHttp(texts);
    }
}
