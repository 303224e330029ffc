namespace OneStop.Dossiers;

internal static class Permissions
{
    // The citizen's own dossiers; every handler also checks that the dossier is theirs.
    public const string Own = "dossiers.own";

    // Held by the system alone.
    public const string ExpireDrafts = "dossiers.expire_drafts";
    public const string StopUnanswered = "dossiers.stop_unanswered";
}
