using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace OneStop.Kernel.Texts;

// Texts do not change while the host runs. The resource manager finds each of them anew, under locks that all requests share, and a page asks for a hundred.
internal sealed class KeptTextsFactory(ResourceManagerStringLocalizerFactory resources) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<Type, IStringLocalizer> byType = new();

    public IStringLocalizer Create(Type resourceSource) => byType.GetOrAdd(resourceSource, static (type, from) => new KeptTexts(from.Create(type)), resources);

    public IStringLocalizer Create(string baseName, string location) => resources.Create(baseName, location);
}

internal sealed class KeptTexts(IStringLocalizer resources) : IStringLocalizer
{
    private readonly ConcurrentDictionary<CultureInfo, ConcurrentDictionary<string, LocalizedString>> byCulture = new();

    public LocalizedString this[string name] => Find(name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = Find(name);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, found.Value, arguments), found.ResourceNotFound, found.SearchedLocation);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => resources.GetAllStrings(includeParentCultures);

    // Only what exists is kept: names may come from outside.
    private LocalizedString Find(string name)
    {
        var texts = byCulture.GetOrAdd(CultureInfo.CurrentUICulture, static _ => new ConcurrentDictionary<string, LocalizedString>(StringComparer.Ordinal));
        if (texts.TryGetValue(name, out var kept))
            return kept;

        var found = resources[name];
        if (!found.ResourceNotFound)
            texts[name] = found;
        return found;
    }
}

internal sealed class KeptTexts<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
{
    private readonly IStringLocalizer texts = factory.Create(typeof(T));

    public LocalizedString this[string name] => texts[name];

    public LocalizedString this[string name, params object[] arguments] => texts[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);
}
