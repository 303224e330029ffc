namespace OneStop.UI.Tests;

/// <summary>A shell with a small menu for each room and, unless told otherwise, a clerk who has three unread notices.</summary>
public sealed class StubShell : IShell
{
    public string ProductName => "Cổng Dịch vụ công";

    public string CityName => "Thành phố Hà Nội";

    public string AgencyInCharge => "Ủy ban nhân dân thành phố Hà Nội";

    public string Hotline => "1900 1022";

    public ShellAccount? Account { get; set; } = new("Nguyễn Thị Hồng Hạnh", "Cán bộ một cửa", true, 3);

    public DisplayPreferences Display { get; set; } = DisplayPreferences.Standard;

    public ShellAddresses Addresses { get; } = new();

    public IReadOnlyList<ShellMenuItem> Menu(ShellRoom room) => room == ShellRoom.Citizen
        ? [new("Thủ tục", "/thu-tuc", IconName.Search), new("Tra cứu", "/tra-cuu", IconName.Folder)]
        : [new("Tiếp nhận", "/can-bo/tiep-nhan", IconName.Inbox, 12)];
}
