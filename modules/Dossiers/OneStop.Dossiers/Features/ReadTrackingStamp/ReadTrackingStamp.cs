using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReadTracked;
using OneStop.Dossiers.Features.TrackDossier;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadTrackingStamp;

// The least that says whether a page drawn before still tells the truth: every change of a dossier raises its version.
[OpenToAll]
internal sealed record ReadTrackingStamp(string? Ticket) : IQuery<TrackingStamp>;

internal sealed record TrackingStamp(Guid DossierId, long Version);

internal sealed class ReadTrackingStampHandler(DossiersDbContext context, TrackedQueries queries, TrackingTickets tickets) : IHandler<ReadTrackingStamp, TrackingStamp>
{
    public async Task<Result<TrackingStamp>> Handle(ReadTrackingStamp request, CancellationToken cancellationToken)
    {
        if (tickets.Read(request.Ticket) is not { } ticket)
            return Error.NotFound(TrackingErrors.TicketExpired);

        var version = await queries.Version(context, ticket.DossierId, ticket.LookupHash, cancellationToken);
        return version is { } known ? new TrackingStamp(ticket.DossierId, known) : Error.NotFound(TrackingErrors.TicketExpired);
    }
}
