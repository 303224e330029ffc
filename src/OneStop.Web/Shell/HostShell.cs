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

    public DisplayPreferences Display => DisplayPreferences.Read(name => http.HttpContext?.Request.Cookies[name]);

    // Not everybody has an inbox: administrators and inspectors begin at the first door that is open to them.
    public ShellAddresses Addresses => new() { MyDossiers = "/ho-so", StaffHome = Menu(ShellRoom.Staff) is [var first, ..] ? first.Url : "/tai-khoan", StaffSearch = "/viec" };

    private Caller Caller => http.HttpContext is { } context ? CallerClaims.FromPrincipal(context.User) : Caller.Anonymous;

    public IReadOnlyList<ShellMenuItem> Menu(ShellRoom room)
    {
        var caller = Caller;
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
        var caller = Caller;
        if (!caller.IsSignedIn)
            return null;

        // The layouts read it while they draw; the count is one indexed row.
        var unread = counter.UnreadAsync(caller.Id, CancellationToken.None).GetAwaiter().GetResult();
        return new ShellAccount(caller.Name, caller.Assignments.FirstOrDefault(a => a.Title.Length > 0)?.Title, caller.Kind == CallerKind.Staff, unread);
    }
}
