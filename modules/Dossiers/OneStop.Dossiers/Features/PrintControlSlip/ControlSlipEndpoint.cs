using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using OneStop.Dossiers.Components;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Features.PrintControlSlip;

internal static class ControlSlipEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(DeskUrls.ControlSlipRoute, PrintAsync).RequireAuthorization(DeskPermissions.ReadUnit).ExcludeFromDescription();

    private static async Task<IResult> PrintAsync(Guid id, IDispatcher dispatcher, HttpContext http)
    {
        var printed = await dispatcher.Send(new PrintControlSlip(id), http.RequestAborted);
        if (!printed.TryGet(out var slip))
            return Results.NotFound();

        http.Response.Headers.CacheControl = "private, no-store";
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(slip.FileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(slip.Pdf, StatutoryPapers.ContentType);
    }
}
