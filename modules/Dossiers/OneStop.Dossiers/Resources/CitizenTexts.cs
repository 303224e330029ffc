namespace OneStop.Dossiers.Resources;

// Marker of the texts of the citizen's pages and of the rules of form fields.
public sealed class CitizenTexts;
