using OneStop.Catalogue.Search;

namespace OneStop.Catalogue;

// One procedure in a list.
public sealed record ProcedureRow(string Code, string Name, string? PlainName, string Field, IReadOnlyList<string> Levels, bool Online)
{
    internal static ProcedureRow From(SearchDocument d) => new(d.Code, d.Name, d.PlainName, d.Field, d.Levels, d.Online);
}
