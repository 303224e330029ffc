using Microsoft.AspNetCore.Components;

namespace OneStop.Identity.Features.ResetPassword;

public partial class ResetPasswordPage
{
    private bool isDone;

    [SupplyParameterFromForm(FormName = "reset-password")]
    public ResetPasswordInput? Input { get; set; }

    [SupplyParameterFromQuery(Name = "tai-khoan")]
    public string? AccountId { get; set; }

    [SupplyParameterFromQuery(Name = "ma")]
    public string? Token { get; set; }

    protected override void OnInitialized() => Input ??= new ResetPasswordInput();

    private async Task SubmitAsync()
    {
        var id = Guid.TryParse(AccountId, out var parsed) ? parsed : Guid.Empty;
        var result = await Dispatcher.Send(new ResetPassword(id, Token, Input!.Password, Input.PasswordAgain));
        isDone = result.IsSuccess;
        if (result.IsFailure)
            Show(result.Errors);
    }
}

public sealed class ResetPasswordInput
{
    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }
}
