using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Callers;

namespace OneStop.Identity.Features.SignIn;

// One page for citizens and officials; whoever signs in lands where they were, else at the start of their own room.
public partial class SignInPage
{
    [SupplyParameterFromForm(FormName = "sign-in")]
    public SignInInput? Input { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private AccountSession Session { get; set; } = default!;

    [Inject] private StartPage Start { get; set; } = default!;

    private bool IsComingBack => IdentityUrls.Local(ReturnUrl) is { } local && local != IdentityUrls.CitizenHome;

    protected override void OnInitialized()
    {
        Input ??= new SignInInput();
        if (HttpMethods.IsGet(Http.Request.Method) && CallerClaims.FromPrincipal(Http.User) is { IsSignedIn: true } caller)
            Navigation.NavigateTo(Destination(Start.Of(caller)));
    }

    private async Task SubmitAsync()
    {
        var result = await Dispatcher.Send(new SignIn(Input!.Name, Input.Password));
        if (!result.TryGet(out var answer))
        {
            Show(result.Errors);
            return;
        }

        switch (answer.Verdict)
        {
            case SignInVerdict.Welcome:
                await Session.SignInAsync(answer.AccountId);
                Navigation.NavigateTo(answer.MustEnrol ? IdentityUrls.TwoFactor : Destination(answer.Home));
                break;
            case SignInVerdict.SecondFactor:
                await Session.RememberFirstFactorAsync(answer.AccountId);
                Navigation.NavigateTo(IdentityUrls.WithReturn(IdentityUrls.SecondFactor, Destination(answer.Home)));
                break;
            case SignInVerdict.NotConfirmed:
                Say(T["SignIn.NotConfirmed"]);
                break;
            default:
                Say(T["SignIn.Refused"]);
                break;
        }
    }

    private string Destination(string home) => IdentityUrls.Local(ReturnUrl) ?? home;
}

public sealed class SignInInput
{
    public string? Name { get; set; }

    public string? Password { get; set; }
}
