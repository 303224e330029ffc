using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Callers;

namespace OneStop.Identity.Features.ChangePassword;

public partial class ChangePasswordPage
{
    [SupplyParameterFromForm(FormName = "change-password")]
    public ChangePasswordInput? Input { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private AccountSession Session { get; set; } = default!;

    protected override void OnInitialized() => Input ??= new ChangePasswordInput();

    // Every other session ends with the old password; this one goes on.
    private async Task SubmitAsync()
    {
        var result = await Dispatcher.Send(new ChangePassword(Input!.Current, Input.Password, Input.PasswordAgain));
        if (result.IsFailure)
        {
            Show(result.Errors);
            return;
        }

        await Session.SignInAsync(CallerClaims.FromPrincipal(Http.User).Id);
        Navigation.NavigateTo(IdentityUrls.Profile + "?xong=mat-khau");
    }
}

public sealed class ChangePasswordInput
{
    public string? Current { get; set; }

    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }
}
