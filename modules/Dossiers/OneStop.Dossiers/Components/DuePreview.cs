using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Components;

// The date a dossier would get, and why it is that one.
internal sealed record DuePreview(DateTimeOffset? DueAt, IReadOnlyList<ExplanationLine> Why);
