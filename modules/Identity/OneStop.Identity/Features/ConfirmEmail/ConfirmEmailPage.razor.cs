using Microsoft.AspNetCore.Components;

namespace OneStop.Identity.Features.ConfirmEmail;

// The link alone confirms nothing: programs that read mail open links too. The button does.
public partial class ConfirmEmailPage
{
    private bool isConfirmed;

    [SupplyParameterFromQuery(Name = "tai-khoan")]
    public string? AccountId { get; set; }

    [SupplyParameterFromQuery(Name = "ma")]
    public string? Token { get; set; }

    private async Task SubmitAsync()
    {
        var result = await Dispatcher.Send(new ConfirmEmail(Guid.TryParse(AccountId, out var id) ? id : Guid.Empty, Token));
        isConfirmed = result.IsSuccess;
        if (result.IsFailure)
            Show(result.Errors);
    }
}
