using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Files;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.ReadOwnFile;

internal static class OwnFileEndpoint
{
    // Only what a browser draws without running anything is shown in place; the rest is a download.
    private static readonly FileType[] ShownInPlace = [FileTypes.Pdf, FileTypes.Jpeg, FileTypes.Png, FileTypes.WebP];

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(DossiersUrls.FileRoute, ["GET", "HEAD"], ReadAsync).RequireAuthorization(Permissions.Own).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(Guid id, Guid fileId, HttpContext http, IDispatcher dispatcher, IFileStore files, IErrorTexts texts)
    {
        var read = await dispatcher.Send(new ReadOwnFile(id, fileId), http.RequestAborted);
        if (!read.TryGet(out var file))
            return ApiResults.ToProblem(read.Errors, texts);
        if (files.OpenRead(file.Sha256) is not { } content)
            return ApiResults.ToProblem([Error.NotFound(DossierErrors.FileMissing)], texts);

        var headers = http.Response.Headers;
        headers.CacheControl = "private, max-age=3600";
        headers.XContentTypeOptions = "nosniff";
        // Browsers refuse to draw a PDF in a sandbox; everything else gets one.
        headers.ContentSecurityPolicy = (file.ContentType == FileTypes.Pdf.ContentType ? "" : "sandbox; ") + "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        var disposition = new ContentDispositionHeaderValue(ShownInPlace.Any(t => t.ContentType == file.ContentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }
}
