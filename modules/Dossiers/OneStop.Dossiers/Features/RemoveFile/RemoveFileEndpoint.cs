using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneStop.Dossiers.Components;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.RemoveFile;

internal static class RemoveFileEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(DossiersUrls.RemoveFileRoute, RemoveAsync).RequireAuthorization(Permissions.Own).ExcludeFromDescription();

    private static async Task<IResult> RemoveAsync(Guid id, Guid fileId, HttpContext http, IAntiforgery antiforgery, IDispatcher dispatcher, IErrorTexts texts)
    {
        if (await CitizenRequests.RefuseForgedAsync(http, antiforgery, texts) is { } refused)
            return refused;
        var removed = await dispatcher.Send(new RemoveFile(id, fileId), http.RequestAborted);
        if (http.Request.WantsJson())
            return removed.ToNoContent(texts);
        var back = http.Request.HasFormContentType && http.Request.Form["_back"] == "bo-sung" ? DossiersUrls.Supplement(id) : DossiersUrls.Papers(id);
        return Results.Redirect(removed.IsSuccess ? back : $"{back}?loi={Uri.EscapeDataString(removed.Error.Code)}");
    }
}
