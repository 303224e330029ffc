using OneStop.UI;

namespace OneStop.TestKit.Pages;

// The frame around a page, without the host.
internal sealed class PageShell : IShell
{
    public string ProductName => "Cổng Dịch vụ công";

    public string CityName => "Thành phố Hà Nội";

    public string AgencyInCharge => "Ủy ban nhân dân thành phố Hà Nội";

    public string Hotline => "1900 1022";

    public ShellAccount? Account => null;

    public DisplayPreferences Display => DisplayPreferences.Standard;

    public ShellAddresses Addresses { get; } = new();

    public IReadOnlyList<ShellMenuItem> Menu(ShellRoom room) => [];
}

// Every minute is an office minute.
internal sealed class RoundTheClock : IOfficeTime
{
    public ValueTask<int> MinutesBetweenAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to) => ValueTask.FromResult((int)(to - from).TotalMinutes);
}
