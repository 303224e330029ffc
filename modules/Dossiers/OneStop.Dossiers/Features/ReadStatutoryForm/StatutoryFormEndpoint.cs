using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using OneStop.Dossiers.Components;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Features.ReadStatutoryForm;

internal static class StatutoryFormEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(DeskUrls.FormRoute, ReadAsync).RequireAuthorization(DeskPermissions.Receive).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(Guid id, string form, IDispatcher dispatcher, HttpContext http)
    {
        var read = await dispatcher.Send(new ReadStatutoryForm(id, form), http.RequestAborted);
        if (!read.TryGet(out var paper))
            return Results.NotFound();

        http.Response.Headers.CacheControl = "private, no-store";
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(paper.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Stream(paper.Content, StatutoryPapers.ContentType);
    }
}
