using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OneStop.Identity.Features.EditProfile;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Callers;
using QRCoder;

namespace OneStop.Identity.Features.TwoFactor;

public partial class TwoFactorPage
{
    private bool isEnabled;
    private AuthenticatorSecret? secret;
    private IReadOnlyList<string>? recoveryCodes;

    [SupplyParameterFromForm]
    public TwoFactorInput? Input { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private AccountSession Session { get; set; } = default!;

    private Guid AccountId => CallerClaims.FromPrincipal(Http.User).Id;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new TwoFactorInput();
        isEnabled = (await Dispatcher.Send(new ReadProfile())).TryGet(out var profile) && profile.HasTwoFactor;
        // The form of the code must be on the page before its answer can be taken.
        if (!isEnabled && HttpMethods.IsPost(Http.Request.Method) && Http.Request.Form["_handler"] == "enable-two-factor")
            await BeginAsync();
    }

    // Making the key gives the account a new stamp, so the session is given anew as well.
    private async Task BeginAsync()
    {
        var result = await Dispatcher.Send(new BeginTwoFactor());
        if (result.TryGet(out secret))
            await Session.SignInAsync(AccountId);
        else
            Show(result.Errors);
    }

    private async Task EnableAsync()
    {
        var result = await Dispatcher.Send(new EnableTwoFactor(Input!.Code));
        if (result.TryGet(out recoveryCodes))
            await Session.SignInAsync(AccountId);
        else
            Show(result.Errors);
    }

    private async Task DisableAsync()
    {
        var result = await Dispatcher.Send(new DisableTwoFactor(Input!.Password));
        if (result.IsFailure)
        {
            Show(result.Errors);
            return;
        }

        await Session.SignInAsync(AccountId);
        Navigation.NavigateTo(IdentityUrls.Profile + "?xong=hai-lop-tat");
    }

    private string QrPicture(string uri)
    {
        using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        var svg = new SvgQRCode(data).GetGraphic(new System.Drawing.Size(220, 220));
        return svg.Replace("<svg ", $"<svg role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(T["TwoFactor.QrLabel"])}\" width=\"220\" height=\"220\" ", StringComparison.Ordinal);
    }

    private static string Grouped(string key) => string.Join(' ', key.Chunk(4).Select(c => new string(c)));
}

public sealed class TwoFactorInput
{
    public string? Code { get; set; }

    public string? Password { get; set; }
}
