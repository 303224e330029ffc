using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.ListPlaces;

// Every commune of the province with its district, for a field that asks for a place.
[Requires(Permissions.Own)]
internal sealed record ListPlaces : IQuery<IReadOnlyList<PlaceRow>>;

internal sealed record PlaceRow(string Code, string Name, string District);

internal sealed class ListPlacesHandler(IOrganisationDirectory organisation, TimeProvider time) : IHandler<ListPlaces, IReadOnlyList<PlaceRow>>
{
    public async Task<Result<IReadOnlyList<PlaceRow>>> Handle(ListPlaces request, CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().VietnamDate();
        var rows = new List<PlaceRow>();
        foreach (var district in await organisation.PlacesBelowAsync(null, today, cancellationToken))
        {
            var communes = await organisation.PlacesBelowAsync(district.Code, today, cancellationToken);
            rows.AddRange(communes.Select(c => new PlaceRow(c.Code, c.Name, district.Name)));
        }

        return rows;
    }
}
