namespace OneStop.Documents.Forms.Templates;

/// <summary>What one paper prints in its fields and lists.</summary>
internal sealed class FormValues
{
    private readonly Dictionary<string, string?> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Func<string, string?>>> lists = new(StringComparer.Ordinal);

    public string? this[string field]
    {
        get => fields.GetValueOrDefault(field);
        set => fields[field] = value;
    }

    public IReadOnlyList<Func<string, string?>> Rows(string list) => lists.GetValueOrDefault(list) ?? [];

    /// <summary>Entries give their fields in the order in which <see cref="FormFields"/> names them.</summary>
    public void Put(string list, IReadOnlyList<string> names, IEnumerable<IReadOnlyList<string?>> entries) =>
        lists[list] = [.. entries.Select(entry => (Func<string, string?>)(name => Find(names, entry, name)))];

    private static string? Find(IReadOnlyList<string> names, IReadOnlyList<string?> entry, string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index] == name)
            {
                return entry[index];
            }
        }

        return null;
    }
}
