namespace OneStop.Dossiers.Domain;

internal enum PaperFinding
{
    Unchecked,
    Complete,
    Missing,
    Wrong,
    NotNeeded,
}

internal sealed record PaperCheck(string ComponentKey, PaperFinding Finding, string? Note);

// What a clerk has found and typed about a dossier; one sheet for each clerk, kept while they work and as a record afterwards.
internal sealed class ReceptionSheet
{
    public const int ContentLength = 60_000;

    private ReceptionSheet()
    {
    }

    public Guid DossierId { get; private set; }

    public Guid ClerkId { get; private set; }

    // JSON, encrypted: notes name people.
    public string ContentProtected { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    public static ReceptionSheet Start(Guid dossierId, Guid clerkId) => new() { DossierId = dossierId, ClerkId = clerkId };

    public void Save(string contentProtected, DateTimeOffset now)
    {
        ContentProtected = contentProtected;
        SavedAt = now;
    }
}
