using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ManageAccounts;

public partial class AccountPage
{
    private AccountDetail? account;
    private string? done;

    [Parameter] public Guid AccountId { get; set; }

    [SupplyParameterFromForm(FormName = "close")]
    public CloseInput? Input { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new CloseInput();
        await ReadAsync();
    }

    private Task CloseAsync() => DoAsync(new CloseAccount(AccountId, Input!.Reason), "Account.Closed");

    private Task ReopenAsync() => DoAsync(new ReopenAccount(AccountId), "Account.Reopened");

    private Task ResetAsync() => DoAsync(new SendPasswordReset(AccountId), "Account.ResetSent");

    private async Task DoAsync(ICommand<Done> command, string doneKey)
    {
        var result = await Dispatcher.Send(command);
        if (result.IsFailure)
        {
            Show(result.Errors);
            return;
        }

        done = T[doneKey];
        await ReadAsync();
    }

    private async Task ReadAsync() => account = (await Dispatcher.Send(new ReadAccount(AccountId))).TryGet(out var found) ? found : null;
}

public sealed class CloseInput
{
    public string? Reason { get; set; }
}
