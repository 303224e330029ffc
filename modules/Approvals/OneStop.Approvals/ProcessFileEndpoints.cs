using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Features.ImportProcess;
using OneStop.Approvals.Features.ReadProcessFile;
using OneStop.Approvals.Features.SaveDraft;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals;

/// <summary>Files of processes: what the drawing board reads and saves, also while its circuit is gone, and what export hands out.</summary>
internal static class ProcessFileEndpoints
{
    private const string MediaType = "application/xml";
    // Other sites cannot send a header of our own, so a saved drawing comes from our page.
    private const string RowVersion = "X-Row-Version";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ApprovalsUrls.DraftFile, ReadDraftAsync).RequireAuthorization(Permissions.Design).ExcludeFromDescription();
        endpoints.MapPut(ApprovalsUrls.DraftFile, SaveAsync).RequireAuthorization(Permissions.Design).ExcludeFromDescription();
        endpoints.MapPost(ApprovalsUrls.Drafts, CopyAsync).RequireAuthorization(Permissions.Design).ExcludeFromDescription();
        endpoints.MapGet(ApprovalsUrls.VersionFile, ReadVersionAsync).RequireAuthorization(Permissions.View).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadDraftAsync(Guid id, HttpContext http, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        Hand(await dispatcher.Send(new ReadDraftFileQuery(id), cancellationToken), http, texts);

    private static async Task<IResult> ReadVersionAsync(Guid id, HttpContext http, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        Hand(await dispatcher.Send(new ReadVersionFileQuery(id), cancellationToken), http, texts);

    private static async Task<IResult> SaveAsync(
        Guid id, HttpContext http, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = RowVersion)] long? version, CancellationToken cancellationToken)
    {
        if (version is not { } known)
            return ApiResults.ToProblem([Error.Invalid(CommonErrors.Required, RowVersion)], texts);
        return await BodyAsync(http.Request, cancellationToken) is not { } content
            ? ApiResults.ToProblem([TooLarge()], texts)
            : (await dispatcher.Send(new SaveDraftCommand(id, known, Encoding.UTF8.GetString(content)), cancellationToken)).ToHttp(texts);
    }

    private static async Task<IResult> CopyAsync(
        HttpContext http, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = RowVersion)] long? version, CancellationToken cancellationToken)
    {
        if (version is null)
            return ApiResults.ToProblem([Error.Invalid(CommonErrors.Required, RowVersion)], texts);
        return await BodyAsync(http.Request, cancellationToken) is not { } content
            ? ApiResults.ToProblem([TooLarge()], texts)
            : (await dispatcher.Send(new ImportProcessCommand(content), cancellationToken)).ToHttp(texts);
    }

    private static Error TooLarge() => Error.Invalid(Domain.ApprovalErrors.FileTooLarge, null, BpmnCompiler.LongestFile / (1024 * 1024));

    private static IResult Hand(Result<ProcessFileText> result, HttpContext http, IErrorTexts texts)
    {
        if (!result.TryGet(out var file))
            return ApiResults.ToProblem(result.Errors, texts);
        http.Response.Headers[RowVersion] = file.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(file.Xml), MediaType, $"{file.Key}.bpmn");
    }

    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > BpmnCompiler.LongestFile)
                return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
