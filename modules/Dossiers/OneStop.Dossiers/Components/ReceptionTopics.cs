namespace OneStop.Dossiers.Components;

// Topics of the live feed: an open queue reads again when something at its desk has changed.
internal static class ReceptionTopics
{
    public static string Of(Guid agencyId) => $"reception:{agencyId:N}";
}
