using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Callers;

namespace OneStop.TestKit.Hosts;

// Signs a request in as the caller written in its header. Known to the test host alone.
internal sealed class CallerHeaderHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Test-Caller";

    // An own constant: the base class has a property named Scheme.
    public new const string Scheme = "TestCaller";

    public static string Encode(Caller caller) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(caller)));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ } text])
            return Task.FromResult(AuthenticateResult.NoResult());

        var caller = JsonSerializer.Deserialize<Caller>(Convert.FromBase64String(text))!;
        Claim[] claims = [new(ClaimTypes.NameIdentifier, caller.Id.ToString()), new(ClaimTypes.Name, caller.Name), .. CallerClaims.ToClaims(caller)];
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme)));
    }
}
