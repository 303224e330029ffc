using Microsoft.AspNetCore.Components;

namespace OneStop.Identity.Features.ForgotPassword;

public partial class ForgotPasswordPage
{
    [SupplyParameterFromForm(FormName = "forgot-password")]
    public ForgotPasswordInput? Input { get; set; }

    protected override void OnInitialized() => Input ??= new ForgotPasswordInput();

    private async Task SubmitAsync()
    {
        var result = await Dispatcher.Send(new ForgotPassword(Input!.Email));
        if (result.IsSuccess)
            Navigation.NavigateTo(IdentityUrls.ForgotPasswordSent);
        else
            Show(result.Errors);
    }
}

public sealed class ForgotPasswordInput
{
    public string? Email { get; set; }
}
