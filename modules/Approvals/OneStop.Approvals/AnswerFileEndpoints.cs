using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Http;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals;

/// <summary>Files of an answer, one by one as the page's script sends them.</summary>
internal static class AnswerFileEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut(ApprovalsUrls.AnswerFiles, PutAsync).RequireAuthorization(Permissions.Work).ExcludeFromDescription();
        endpoints.MapPost(ApprovalsUrls.RemoveAnswerFile, RemoveAsync).RequireAuthorization(Permissions.Work).ExcludeFromDescription();
    }

    private static async Task<IResult> PutAsync(Guid taskId, HttpContext http, IAntiforgery antiforgery, AnswerUpload upload, IErrorTexts texts) =>
        await antiforgery.IsRequestValidAsync(http) ? (await upload.TakeAsync(taskId, http.Request)).ToHttp(texts) : Stale(texts);

    private static async Task<IResult> RemoveAsync(Guid taskId, Guid fileId, HttpContext http, IAntiforgery antiforgery, AnswerUpload upload, IErrorTexts texts) =>
        await antiforgery.IsRequestValidAsync(http) ? (await upload.RemoveAsync(taskId, fileId, http.RequestAborted)).ToNoContent(texts) : Stale(texts);

    private static IResult Stale(IErrorTexts texts) => ApiResults.ToProblem([Error.Invalid(ConsultationErrors.StalePage)], texts);
}
