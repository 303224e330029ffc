namespace OneStop.Dossiers.Components;

// What is typed on a page about an issued result; the words of the result are typed only where it is corrected.
public sealed class IssuedResultInput
{
    public string? Version { get; set; }

    public string? Subject { get; set; }

    public string? Body { get; set; }

    public string? Reason { get; set; }
}
