using System.ComponentModel.DataAnnotations;

namespace OneStop.Dossiers.Features.ExpireDrafts;

// Settings under "Drafts".
internal sealed class DraftOptions
{
    public const string Section = "Drafts";

    // Days a draft is kept after it was last touched.
    [Range(7, 3650)]
    public int KeepDays { get; set; } = 180;
}
