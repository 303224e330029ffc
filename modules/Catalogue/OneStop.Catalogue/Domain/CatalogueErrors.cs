namespace OneStop.Catalogue.Domain;

internal static class CatalogueErrors
{
    public const string UnknownProcedure = "catalogue.unknown_procedure";
    public const string UnknownLifeEvent = "catalogue.unknown_life_event";
}
