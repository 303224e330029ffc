using Microsoft.AspNetCore.Components;
using OneStop.Identity.Integrations;

namespace OneStop.Identity.Features.ConfirmSecondFactor;

public partial class ConfirmSecondFactorPage
{
    [SupplyParameterFromForm(FormName = "second-factor")]
    public CodeInput? Input { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [Inject] private AccountSession Session { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new CodeInput();
        if (await Session.FirstFactorAsync() is null)
            Navigation.NavigateTo(IdentityUrls.WithReturn(IdentityUrls.SignIn, ReturnUrl));
    }

    private async Task SubmitAsync()
    {
        if (await Session.FirstFactorAsync() is not { } accountId)
            return;

        var result = await Dispatcher.Send(new ConfirmSecondFactor(accountId, Input!.Code));
        if (result is { IsSuccess: true, Value: true })
        {
            await Session.SignInAsync(accountId);
            Navigation.NavigateTo(IdentityUrls.Local(ReturnUrl) ?? IdentityUrls.Profile);
        }
        else
        {
            Say(T["SecondFactor.Refused"]);
        }
    }
}

public sealed class CodeInput
{
    public string? Code { get; set; }
}
