using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Documents.Contracts;
using OneStop.Documents.Domain;
using OneStop.Kernel.Requests;

namespace OneStop.Documents.Features.CheckFile;

// Takes the form of the page, which works without script. It changes nothing, so it needs no token against forged requests.
internal static class CheckFileEndpoint
{
    private const string Policy = "paper-check";
    private const int PerMinute = 20;

    // Room for the form around the file.
    private const long LongestRequest = CheckFile.MaxBytes + 64 * 1024;

    public static void AddLimits(IServiceCollection services) => services.Configure<RateLimiterOptions>(o => o.AddPolicy(Policy, context =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.MapToIPv6().ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })));

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(DocumentsUrls.CheckFile, CheckAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Policy).ExcludeFromDescription();

    private static async Task<IResult> CheckAsync(HttpContext http, IDispatcher dispatcher, CheckTickets tickets)
    {
        var code = PaperCode.Read(http.Request.Query["ma"]);
        if (!http.Request.HasFormContentType)
            return Back(code, PaperErrors.FileMissing);
        if (http.Request.ContentLength is not { } length || length > LongestRequest)
            return Back(code, PaperErrors.FileTooLarge);

        IFormFile? file;
        try
        {
            file = (await http.Request.ReadFormAsync(http.RequestAborted)).Files.GetFile("file");
        }
        catch (InvalidDataException)
        {
            return Back(code, PaperErrors.FileMissing);
        }

        if (file is null or { Length: 0 })
            return Back(code, PaperErrors.FileMissing);
        if (file.Length > CheckFile.MaxBytes)
            return Back(code, PaperErrors.FileTooLarge);

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, http.RequestAborted);
        }

        var read = await dispatcher.Send(new CheckFile(code, content), http.RequestAborted);
        return read.TryGet(out var check) ? Results.Redirect(DocumentsUrls.Checked(check.Code ?? code, tickets.Issue(check))) : Back(code, read.Error.Code);
    }

    private static IResult Back(string? code, string error) => Results.Redirect(DocumentsUrls.Failed(code, error));
}
