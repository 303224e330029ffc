using OneStop.Organisation.Contracts;

namespace OneStop.Catalogue.Domain;

// The desk a dossier is handed to: the nearest level the procedure names. What only a ministry or another body solves is received by the
// province's one-stop centre, which is open to procedures of every level (Decree 118/2025/NĐ-CP).
internal static class FilingLevel
{
    public static string Of(IReadOnlyCollection<string> levels) =>
        levels.Contains(Levels.Commune) ? Levels.Commune : levels.Contains(Levels.District) ? Levels.District : Levels.Province;
}
