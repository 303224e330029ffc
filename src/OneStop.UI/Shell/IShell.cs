namespace OneStop.UI;

/// <summary>What the layouts show around a page. The host answers, for the reader of this request.</summary>
public interface IShell
{
    /// <summary>The name of the product, in window titles.</summary>
    string ProductName { get; }

    /// <summary>The city or province that runs it: "Thành phố Hà Nội".</summary>
    string CityName { get; }

    /// <summary>The agency in charge, in the footer.</summary>
    string AgencyInCharge { get; }

    /// <summary>The telephone number for questions.</summary>
    string Hotline { get; }

    /// <summary>The signed-in person; null for a visitor.</summary>
    ShellAccount? Account { get; }

    /// <summary>The menu of the room, in its order, without what this person may not open.</summary>
    IReadOnlyList<ShellMenuItem> Menu(ShellRoom room);

    /// <summary>How this reader wants to see pages.</summary>
    DisplayPreferences Display { get; }

    /// <summary>Addresses the layouts link to.</summary>
    ShellAddresses Addresses { get; }
}

/// <summary>One of the three rooms of the product.</summary>
public enum ShellRoom
{
    /// <summary>Public and citizen pages.</summary>
    Citizen,

    /// <summary>Desk and office.</summary>
    Staff,

    /// <summary>Touch screens at the centre.</summary>
    Kiosk,
}

/// <summary>The signed-in person.</summary>
/// <param name="Name">Họ, đệm, tên.</param>
/// <param name="Unit">Where a member of staff works, and as what; null for citizens.</param>
/// <param name="IsStaff">Whether the staff room is open to them.</param>
/// <param name="Unread">How many notices wait to be read.</param>
public sealed record ShellAccount(string Name, string? Unit, bool IsStaff, int Unread);

/// <summary>One entry of a menu.</summary>
/// <param name="Text">The word.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Count">How many things wait there.</param>
public sealed record ShellMenuItem(string Text, string Url, IconName Icon = IconName.None, int? Count = null);

/// <summary>Addresses the layouts link to.</summary>
public sealed record ShellAddresses
{
    /// <summary>Searches procedures; the words go in <c>q</c>.</summary>
    public string Search { get; init; } = "/thu-tuc";

    /// <summary>Searches dossiers and procedures for staff; the words go in <c>q</c>.</summary>
    public string StaffSearch { get; init; } = "/can-bo/tra-cuu";

    /// <summary>Tracks a dossier.</summary>
    public string Track { get; init; } = "/tra-cuu";

    /// <summary>Signs in; the way back goes in <c>returnUrl</c>.</summary>
    public string SignIn { get; init; } = "/dang-nhap";

    /// <summary>Makes an account.</summary>
    public string Register { get; init; } = "/dang-ky";

    /// <summary>Signs out, by POST.</summary>
    public string SignOut { get; init; } = "/dang-xuat";

    /// <summary>The account of the person.</summary>
    public string Account { get; init; } = "/tai-khoan";

    /// <summary>The citizen's own dossiers.</summary>
    public string MyDossiers { get; init; } = "/ho-so-cua-toi";

    /// <summary>The notices of the person.</summary>
    public string Notices { get; init; } = "/thong-bao";

    /// <summary>The first page of the staff room.</summary>
    public string StaffHome { get; init; } = "/can-bo";

    /// <summary>The first page of the kiosk.</summary>
    public string Kiosk { get; init; } = "/kiosk";

    /// <summary>Checks whether a paper is genuine and still valid.</summary>
    public string CheckPaper { get; init; } = "/xac-thuc";

    /// <summary>How often which unit was late and apologised.</summary>
    public string Apologies { get; init; } = "/xin-loi";

    /// <summary>The accessibility statement.</summary>
    public string Accessibility { get; init; } = "/kha-nang-tiep-can";
}
