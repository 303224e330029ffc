using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using OneStop.UI;

namespace OneStop.Identity.Features.ManageAccounts;

public partial class AccountsPage
{
    private IReadOnlyList<AccountLine> rows = [];
    private string? nextUrl;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    [SupplyParameterFromQuery(Name = "tiep")]
    public string? After { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!(await Dispatcher.Send(new ListAccounts(Words, After))).TryGet(out var page))
            return;

        rows = [.. page.Items.Select(a => new AccountLine(a.Id, a.Name, a.SignInName, $"AccountState.{a.State}", AccountTones.Of(a.State), a.LastSignInAt, a.Posts))];
        nextUrl = page.Next is null ? null : QueryHelpers.AddQueryString(IdentityUrls.Accounts, new Dictionary<string, string?> { ["q"] = Words, ["tiep"] = page.Next });
    }
}

public sealed record AccountLine(
    Guid Id, string Name, string SignInName, string StateKey, Tone Tone, DateTimeOffset? LastSignInAt, IReadOnlyList<string> Posts);

internal static class AccountTones
{
    public static Tone Of(AccountState state) => state switch
    {
        AccountState.Open => Tone.Done,
        AccountState.Resting => Tone.Paused,
        _ => Tone.Late,
    };
}
