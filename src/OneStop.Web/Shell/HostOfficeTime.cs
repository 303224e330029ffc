using OneStop.Organisation.Contracts;
using OneStop.UI;

namespace OneStop.Web.Shell;

internal sealed class HostOfficeTime(IWorkingCalendar calendar) : IOfficeTime
{
    public async ValueTask<int> MinutesBetweenAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to) =>
        (await calendar.BetweenAsync(agencyId, from, to, CancellationToken.None)).Minutes;
}
