namespace OneStop.Organisation;

internal static class OrganisationUrls
{
    public const string Browse = "/quan-tri/to-chuc";

    public static string Agency(Guid id) => $"{Browse}?co-quan={id}";

    public static string Post(Guid id) => $"/quan-tri/to-chuc/vi-tri/{id}";
}
