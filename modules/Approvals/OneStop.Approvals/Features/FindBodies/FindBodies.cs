using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.FindBodies;

/// <summary>Agencies and departments that can be asked, by words of their names.</summary>
[Requires(Permissions.Work)]
internal sealed record FindBodiesQuery(string? Text) : IQuery<BodiesFound>;

internal sealed record BodiesFound(IReadOnlyList<UnitInfo> Units);

internal sealed class FindBodiesHandler(IOrganisationDirectory organisation, TimeProvider time) : IHandler<FindBodiesQuery, BodiesFound>
{
    private const int Most = 20;
    private const int LongestText = 200;

    public async Task<Result<BodiesFound>> Handle(FindBodiesQuery request, CancellationToken cancellationToken)
    {
        var text = request.Text?.Trim() ?? "";
        return new BodiesFound(text.Length is 0 or > LongestText ? [] : await organisation.FindUnitsAsync(text, time.GetUtcNow().VietnamDate(), Most, cancellationToken));
    }
}
