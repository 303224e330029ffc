using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace OneStop.Web.Components.Pages;

public sealed partial class ErrorPage
{
    [Parameter] public int Code { get; set; }

    [CascadingParameter] private HttpContext? Context { get; set; }

    private string Kind => Code switch
    {
        StatusCodes.Status400BadRequest => "400",
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "403",
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status410Gone => "404",
        StatusCodes.Status413PayloadTooLarge => "413",
        StatusCodes.Status429TooManyRequests => "429",
        StatusCodes.Status503ServiceUnavailable => "503",
        _ => "500",
    };

    private string? Trace => Activity.Current?.TraceId.ToString() ?? Context?.TraceIdentifier;

    // Reached by its own address, it must not answer "200 all is well" about an error.
    protected override void OnInitialized()
    {
        if (Context is { Response.HasStarted: false } context && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
