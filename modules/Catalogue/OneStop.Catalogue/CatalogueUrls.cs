using Microsoft.AspNetCore.Http.Extensions;
using OneStop.Catalogue.Search;

namespace OneStop.Catalogue;

internal static class CatalogueUrls
{
    public const string Search = "/thu-tuc";

    public static string Procedure(string code) => $"/thu-tuc/{Uri.EscapeDataString(code)}";

    public static string LifeEvent(string slug) => $"/su-kien/{Uri.EscapeDataString(slug)}";

    // The filing journey belongs to the Dossiers module; this is its public address.
    public static string File(string code) => $"/nop-ho-so/{Uri.EscapeDataString(code)}";

    // Filters live in the address, so that a search can be kept, shared and gone back to.
    public static string SearchFor(string? words, SearchFilter filter, string? after = null)
    {
        var query = new QueryBuilder();
        Add("q", words);
        Add("su-kien", filter.LifeEvent);
        Add("linh-vuc", filter.FieldSlug);
        Add("cap", filter.Level);
        Add("doi-tuong", filter.Audience);
        Add("truc-tuyen", filter.OnlineOnly ? "1" : null);
        Add("sau", after);
        return Search + query.ToQueryString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                query.Add(name, value);
        }
    }
}
