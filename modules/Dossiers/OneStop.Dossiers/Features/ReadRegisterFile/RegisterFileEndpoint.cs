using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneStop.Kernel.Files;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Features.ReadRegisterFile;

internal static class RegisterFileEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(DeskUrls.RegisterFileRoute, ReadAsync).RequireAuthorization(DeskPermissions.ExportRegister).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(Guid id, IDispatcher dispatcher, IFileStore files, HttpContext http)
    {
        var read = await dispatcher.Send(new ReadRegisterFile(id), http.RequestAborted);
        if (!read.TryGet(out var file) || files.OpenRead(file.Sha256) is not { } content)
            return Results.NotFound();

        http.Response.Headers.CacheControl = "private, no-store";
        var type = file.Name.EndsWith(".xlsx", StringComparison.Ordinal) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/zip";
        return Results.Stream(content, type, file.Name, enableRangeProcessing: true);
    }
}
