using Microsoft.AspNetCore.Components;
using OneStop.Identity.Integrations;

namespace OneStop.Identity.Features.EditProfile;

public partial class ProfilePage
{
    private const int ShownDigits = 4;

    private Profile? profile;

    [SupplyParameterFromQuery(Name = "xong")]
    public string? DoneWhat { get; set; }

    [Inject] private AccountSession Session { get; set; } = default!;

    private string? DoneText => DoneWhat switch
    {
        "mat-khau" => T["Profile.PasswordChanged"].Value,
        "thong-tin" => T["Profile.Saved"].Value,
        "hai-lop-tat" => T["TwoFactor.Disabled"].Value,
        _ => null,
    };

    protected override async Task OnInitializedAsync() => profile = (await Dispatcher.Send(new ReadProfile())).TryGet(out var found) ? found : null;

    private async Task SignOutEverywhereAsync()
    {
        var result = await Dispatcher.Send(new SignOutEverywhere.SignOutEverywhere());
        if (result.IsFailure)
        {
            Show(result.Errors);
            return;
        }

        await Session.SignOutAsync();
        Navigation.NavigateTo(IdentityUrls.SignIn);
    }

    private static string? Masked(string? number) => number is null ? null : new string('•', number.Length - ShownDigits) + number[^ShownDigits..];
}
