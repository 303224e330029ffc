using OneStop.Kernel.Events;

namespace OneStop.Organisation.Contracts.Events;

/// <summary>Office hours or holidays were changed and the change was confirmed; dates counted by these calendars are to be counted again.</summary>
/// <param name="ChangeId">The recorded change.</param>
/// <param name="AgencyIds">Agencies whose calendar changed.</param>
/// <param name="Ground">Why it was changed.</param>
/// <param name="Document">The paper that decided it.</param>
/// <param name="ActorId">Who confirmed it.</param>
/// <param name="ActorName">The name of that person.</param>
public sealed record CalendarChanged(Guid ChangeId, IReadOnlyList<Guid> AgencyIds, string Ground, string Document, Guid? ActorId, string ActorName) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => "calendar";
}
