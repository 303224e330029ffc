using OneStop.Kernel.Events;

namespace OneStop.Catalogue.Contracts.Events;

/// <summary>Procedures were added, changed or closed; caches of catalogue pages are stale.</summary>
/// <param name="ProcedureCode">The one procedure, or null after an import.</param>
public sealed record CatalogueChanged(string? ProcedureCode) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => "catalogue";
}
