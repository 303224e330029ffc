namespace OneStop.Catalogue.Resources;

public sealed class CatalogueTexts;
