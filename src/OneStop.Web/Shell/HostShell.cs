using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Callers;
using OneStop.Notifications.Contracts;
using OneStop.UI;
using OneStop.Web.Composition;
using OneStop.Web.Resources;

namespace OneStop.Web.Shell;

// What the layouts show, for the reader of this request.
internal sealed class HostShell(
    IHttpContextAccessor http, IOptions<CityOptions> city, ShellMenus menus, PermissionCatalogue permissions, IStringLocalizerFactory localizers,
    IStringLocalizer<HostTexts> texts, INotificationCounter counter) : IShell
{
    private ShellAccount? account;
    private bool accountRead;
    private ReaderOfPage? reader;

    public string ProductName => texts["Shell.ProductName"];

    public string CityName => city.Value.Name;

    public string AgencyInCharge => city.Value.AgencyInCharge;

    public string Hotline => city.Value.Hotline;

    public ShellAccount? Account
    {
        get
        {
            if (!accountRead)
            {
                account = ReadAccount();
                accountRead = true;
            }

            return account;
        }
    }

    public DisplayPreferences Display => Reader.Display;

    public ShellAddresses Addresses => Reader.Addresses;

    private ReaderOfPage Reader
    {
        get
        {
            if (reader is null || reader.Context != http.HttpContext)
                reader = Read(http.HttpContext);
            return reader;
        }
    }

    public IReadOnlyList<ShellMenuItem> Menu(ShellRoom room) => Menu(room, Reader.Caller);

    private ReaderOfPage Read(HttpContext? context)
    {
        var caller = context is null ? Caller.Anonymous : CallerClaims.FromPrincipal(context.User);
        // Not everybody has an inbox: administrators and inspectors begin at the first door that is open to them.
        var staffHome = caller.IsSignedIn && Menu(ShellRoom.Staff, caller) is [var first, ..] ? first.Url : "/tai-khoan";
        return new ReaderOfPage(
            context, caller, DisplayPreferences.Read(name => context?.Request.Cookies[name]),
            new ShellAddresses { MyDossiers = "/ho-so", StaffHome = staffHome, StaffSearch = "/viec" });
    }

    private ShellMenuItem[] Menu(ShellRoom room, Caller caller) =>
    [
        .. menus.Of(room).Where(d => d.Item.Permission is null || permissions.Allows(caller, d.Item.Permission))
            .Select(d => new ShellMenuItem(localizers.Create(d.Item.TextsType)[d.Item.TextKey], d.Item.Href, d.Icon)),
    ];

    private ShellAccount? ReadAccount()
    {
        var caller = Reader.Caller;
        if (!caller.IsSignedIn)
            return null;

        // The layouts read it while they draw; the count is one indexed row.
        var unread = counter.UnreadAsync(caller.Id, CancellationToken.None).GetAwaiter().GetResult();
        return new ShellAccount(caller.Name, caller.Assignments.FirstOrDefault(a => a.Title.Length > 0)?.Title, caller.Kind == CallerKind.Staff, unread);
    }

    // Asked for many times while one page is drawn.
    private sealed record ReaderOfPage(HttpContext? Context, Caller Caller, DisplayPreferences Display, ShellAddresses Addresses);
}
