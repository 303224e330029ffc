using OneStop.Kernel.Data;

namespace OneStop.Catalogue.Domain;

// One row that rises with every change of the catalogue, so that each node can tell whether its index and its cached pages are of today.
internal sealed class CatalogueRevision : IVersioned
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public long Number { get; set; }

    // Fingerprint of the shipped files that were seeded last.
    public string? SeededFrom { get; set; }
    public long Version { get; set; }
}
