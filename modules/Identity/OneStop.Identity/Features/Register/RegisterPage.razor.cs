using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.UI;

namespace OneStop.Identity.Features.Register;

public partial class RegisterPage
{
    [SupplyParameterFromForm(FormName = "register")]
    public RegisterInput? Input { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    protected override void OnInitialized() => Input ??= new RegisterInput();

    private async Task SubmitAsync()
    {
        var birthDate = DateText.TryRead(Input!.BirthDate, out var date) ? date : (DateOnly?)null;
        var result = await Dispatcher.Send(new Register(
            Input.Name, Input.Email, Input.Phone, Input.CitizenNumber, birthDate, Input.Password, Input.PasswordAgain, Input.TermsAccepted,
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        if (result.IsSuccess)
            Navigation.NavigateTo(IdentityUrls.Registered);
        else
            Show(result.Errors);
    }
}

public sealed class RegisterInput
{
    public string? Name { get; set; }

    public string? BirthDate { get; set; }

    public string? CitizenNumber { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }

    public bool TermsAccepted { get; set; }
}
