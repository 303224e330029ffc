using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using OneStop.Kernel.Files;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Features.ReadFileAsStaff;

internal static class StaffFileEndpoint
{
    // Only what a browser draws without running anything is shown in place; the rest is a download.
    private static readonly string[] ShownInPlace = ["application/pdf", "image/jpeg", "image/png", "image/gif", "image/webp"];

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(DeskUrls.StaffFileRoute, ReadAsync).RequireAuthorization(DeskPermissions.ReadUnit).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(Guid id, IDispatcher dispatcher, IFileStore files, HttpContext http)
    {
        var read = await dispatcher.Send(new ReadFileAsStaff(id), http.RequestAborted);
        if (!read.TryGet(out var file) || files.OpenRead(file.Sha256) is not { } content)
            return Results.NotFound();

        http.Response.Headers.CacheControl = "private, no-store";
        var disposition = new ContentDispositionHeaderValue(ShownInPlace.Contains(file.ContentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content, file.ContentType, enableRangeProcessing: true);
    }
}
