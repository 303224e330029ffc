using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Notifications.Contracts;
using OneStop.UI;
using OneStop.Web.Composition;
using OneStop.Web.Resources;

namespace OneStop.Web.Shell;

// What the layouts show, for the reader of this request.
internal sealed class HostShell(
    IHttpContextAccessor http, IOptions<CityOptions> city, IEnumerable<IModule> modules, PermissionCatalogue permissions, IStringLocalizerFactory localizers,
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

    private ShellMenuItem[] Menu(ShellRoom room, Caller caller)
    {
        return
        [
            .. modules.SelectMany(m => m.Menu)
                .Where(i => Belongs(i.Place, room) && (i.Permission is null || permissions.Allows(caller, i.Permission)))
                .OrderBy(i => i.Place).ThenBy(i => i.Order)
                .Select(i => new ShellMenuItem(localizers.Create(i.TextsType)[i.TextKey], i.Href, Enum.TryParse<IconName>(i.Icon, out var icon) ? icon : IconName.None)),
        ];
    }

    private static bool Belongs(MenuPlace place, ShellRoom room) => room switch
    {
        ShellRoom.Citizen => place == MenuPlace.Citizen,
        ShellRoom.Staff => place is MenuPlace.Staff or MenuPlace.Administration,
        _ => false,
    };

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
