namespace OneStop.Catalogue;

// One paper in the list of a procedure page.
public sealed record ComponentRow(string Name, int Originals, int Copies, bool Required, bool HasForm, string? Case);
