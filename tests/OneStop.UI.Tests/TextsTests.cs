using System.Globalization;
using System.Resources;
using OneStop.UI.Resources;

namespace OneStop.UI.Tests;

public sealed class TextsTests
{
    private static readonly ResourceManager Texts = new("OneStop.UI.Resources.SharedTexts", typeof(SharedTexts).Assembly);

    [Fact]
    public void SharedTexts_InBothLanguages_HaveTheSameKeysAndNoneEmpty()
    {
        var vietnamese = All(CultureInfo.InvariantCulture);
        var english = All(CultureInfo.GetCultureInfo("en"));

        Assert.Equal(vietnamese.Keys.Order(), english.Keys.Order());
        Assert.DoesNotContain(vietnamese.Concat(english), text => string.IsNullOrWhiteSpace(text.Value));
    }

    [Fact]
    public void Icons_AllButNone_HaveAShape() =>
        Assert.All(Enum.GetValues<IconName>().Where(name => name != IconName.None), name => Assert.NotEqual("", IconShapes.Of(name)));

    private static Dictionary<string, string?> All(CultureInfo culture) => Texts
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
        .Cast<System.Collections.DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => entry.Value as string);
}
