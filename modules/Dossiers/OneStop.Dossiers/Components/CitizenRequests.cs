using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Kernel.Http;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Components;

// What the endpoints beside the pages share: they are called by the pages' scripts, and by plain forms where no script runs.
internal static class CitizenRequests
{
    public static bool WantsJson(this HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    // A page left open over a sign-in carries an old token: it must be loaded again, and what was saved is still there.
    public static async Task<IResult?> RefuseForgedAsync(HttpContext http, IAntiforgery antiforgery, IErrorTexts texts)
    {
        if (await antiforgery.IsRequestValidAsync(http))
            return null;
        return ApiResults.ToProblem([Error.Invalid(UploadErrors.Stale)], texts);
    }
}
