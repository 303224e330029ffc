using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using OneStop.Identity.Contracts;
using OneStop.Identity.Features.KeepForm;
using OneStop.Kernel.Requests;

namespace OneStop.Identity.Integrations;

// The browser holds a random secret in a cookie; the database holds the fields, sealed with that secret and found by its hash.
internal sealed class KeptForms(IHttpContextAccessor accessor, IDispatcher dispatcher, IDataProtectionProvider protection, KeptFormsLimit limit) : IKeptForms
{
    public const string CookieName = "onestop-dang-do";
    private const string Purpose = "kept form";
    private const long LargestBody = 1024 * 1024;

    public static bool IsWaiting(HttpContext http) => http.Request.Cookies.ContainsKey(CookieName);

    public async Task KeepAsync(HttpContext http)
    {
        if (!MayKeep(http))
            return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.Count > 0 ? f.Value[0] ?? "" : "", StringComparer.Ordinal);
        if (fields.Count == 0)
            return;

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var sealedFields = ProtectorOf(secret).Protect(JsonSerializer.Serialize(fields));
        var kept = await dispatcher.Send(new KeepForm(HashOf(secret), http.Request.Path, sealedFields), http.RequestAborted);
        if (kept.IsSuccess)
            http.Response.Cookies.Append(CookieName, secret, Options(http, KeepFormHandler.Life));
    }

    public async Task<IReadOnlyDictionary<string, string>?> TakeAsync(CancellationToken cancellationToken)
    {
        if (accessor.HttpContext is not { } http || !HttpMethods.IsGet(http.Request.Method) || http.Request.Cookies[CookieName] is not { Length: 64 } secret)
            return null;
        var taken = await dispatcher.Send(new TakeKeptForm(HashOf(secret), http.Request.Path), cancellationToken);
        if (!taken.TryGet(out var form) || form.SealedFields is null)
            return null;
        if (!http.Response.HasStarted)
            http.Response.Cookies.Delete(CookieName, Options(http, null));
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(ProtectorOf(secret).Unprotect(form.SealedFields));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // Only what our own page posts: another site could otherwise put its words into somebody's form.
    private bool MayKeep(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && http.GetEndpoint()?.Metadata.GetMetadata<KeptOverSignInAttribute>() is not null
        && http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true
        && http.Request.ContentLength is <= LargestBody
        && IsFromHere(http.Request)
        && limit.Allows(http);

    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private IDataProtector ProtectorOf(string secret) => protection.CreateProtector(Purpose, secret);

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = life,
    };
}

// Rows made by people nobody knows are counted by address.
internal sealed class KeptFormsLimit : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetSlidingWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new SlidingWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));

    public bool Allows(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
