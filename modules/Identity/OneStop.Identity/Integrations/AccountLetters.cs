using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Identity.Resources;
using OneStop.Kernel.Texts;
using OneStop.Notifications.Contracts;

namespace OneStop.Identity.Integrations;

// Letters about the account itself. They go to the address alone, never into the in-app inbox: the links open the account.
internal sealed class AccountLetters(IdentityDbContext context, UserManager<Account> accounts, TimeProvider time)
{
    private static readonly CultureInfo Vietnamese = ReadersCulture.Vietnamese;
    private static readonly CultureInfo English = ReadersCulture.English;

    public async Task ConfirmEmailAsync(Account account) =>
        Send(account, "Letter.Confirm", IdentityUrls.ConfirmEmailLink(account.Id, Encode(await accounts.GenerateEmailConfirmationTokenAsync(account))));

    public async Task ResetPasswordAsync(Account account) =>
        Send(account, "Letter.Reset", IdentityUrls.ResetPasswordLink(account.Id, Encode(await accounts.GeneratePasswordResetTokenAsync(account))));

    // Somebody asked for a new account with this address: its owner is told, the asker is not.
    public void AlreadyRegistered(Account account) => Send(account, "Letter.Already", IdentityUrls.SignIn);

    public void PasswordChanged(Account account) => Send(account, "Letter.PasswordChanged", IdentityUrls.ForgotPassword);

    public static string? Decode(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Encode(string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));

    private void Send(Account account, string key, string link)
    {
        if (account.Email is not { } email)
            return;

        context.Raise(
            new NotificationRequested(null, email, account.Culture, "account", Say(key + ".Subject"), Say(key + ".Body", account.FullName), link, []),
            time.GetUtcNow());
    }

    private static LocalizedText Say(string key, params object[] args) => new(In(Vietnamese, key, args), In(English, key, args));

    private static string In(CultureInfo culture, string key, object[] args) =>
        string.Format(culture, IdentityTexts.Resources.GetString(key, culture) ?? throw new InvalidOperationException($"No text {key}."), args);
}
