using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace OneStop.ArchitectureTests;

public sealed partial class TextTests
{
    // Vietnamese that is not a text for readers but data, or a rule of the language itself. Each with its reason.
    private static readonly Dictionary<string, string> VietnameseInCode = new(StringComparer.Ordinal)
    {
        ["modules/Documents/OneStop.Documents/Forms/AmountInWords.cs"] = "how Vietnamese says a number",
        ["modules/Catalogue/OneStop.Catalogue/Domain/Codes.cs"] = "words of the national catalogue",
        ["modules/Dossiers/OneStop.Dossiers/Components/PlaceNames.cs"] = "kinds of units as they stand in names",
        ["modules/Approvals/OneStop.Approvals/Runtime/StepForms.cs"] = "forms of steps are data in both languages, as the forms of procedures are",
        ["modules/Dossiers/OneStop.Dossiers/Forms/AnswerWords.cs"] = "the sign of the currency",
        ["src/OneStop.Web/Composition/CityOptions.cs"] = "default values of settings",
        ["src/OneStop.Kernel/Time/VietnamTime.cs"] = "the name of the zone",
        ["src/OneStop.UI/Shell/DisplaySwitches.razor"] = "a language is named in itself",
    };

    internal static readonly Dictionary<string, Dictionary<string, string>> Files = SourceTree.Resources.ToDictionary(f => f.Path, Entries, StringComparer.Ordinal);

    public static TheoryData<string> Neutral => [.. Files.Keys.Where(p => !p.EndsWith(".en.resx", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Neutral))]
    public void Languages_HaveTheSameKeysAndPlaceholdersAndNoEmptyValue(string neutral)
    {
        var vietnamese = Files[neutral];
        var english = Files.GetValueOrDefault(neutral.Replace(".resx", ".en.resx", StringComparison.Ordinal)) ?? [];

        Assert.Equal(vietnamese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Rule.Holds(vietnamese.Concat(english).Where(e => string.IsNullOrWhiteSpace(e.Value)).Select(e => e.Key));
        Rule.Holds(vietnamese.Where(e => Placeholders(e.Value) != Placeholders(english[e.Key])).Select(e => e.Key));
    }

    [Theory]
    [MemberData(nameof(Neutral))]
    public void Vietnamese_IsWrittenInComposedLetters(string neutral) =>
        Rule.Holds(Files[neutral].Where(e => !e.Value.IsNormalized(System.Text.NormalizationForm.FormC)).Select(e => e.Key));

    [Fact]
    public void Keys_UsedInCodeAndMarkup_Exist()
    {
        var shared = KeysUnder("src/OneStop.UI/").Concat(KeysUnder("src/OneStop.Kernel/")).ToHashSet(StringComparer.Ordinal);
        var wrong = from file in SourceTree.Product
                    let own = KeysUnder(string.Join('/', file.Path.Split('/').Take(file.Path.StartsWith("src/", StringComparison.Ordinal) ? 2 : 3)) + "/").ToHashSet(StringComparer.Ordinal)
                    from use in KeyUse().Matches(file.Text)
                    let key = use.Groups[1].Value
                    where !own.Contains(key) && !shared.Contains(key)
                    select $"{file.Path}: {key}";

        Rule.Holds(wrong);
    }



    [Fact]
    public void Code_HoldsNoVietnameseForReaders()
    {
        var wrong = from file in SourceTree.Product
                    where !VietnameseInCode.ContainsKey(file.Path) && !IsData(file)
                    from line in WithoutComments(file).Split('\n')
                    where file.Path.EndsWith(".razor", StringComparison.Ordinal) ? VietnameseLetter().IsMatch(line) : VietnameseLiteral().IsMatch(line)
                    select $"{file.Path}: {line.Trim()}";

        Rule.Holds(wrong);
    }

    // Seeds make data; the readers of the national catalogue match the words it is written in.
    private static bool IsData(SourceFile file) =>
        file.Path.Contains("/Seeding/", StringComparison.Ordinal) || file.Path.Contains("/Import/", StringComparison.Ordinal) || file.Name.EndsWith("Seed", StringComparison.Ordinal);

    private static IEnumerable<string> KeysUnder(string folder) => Files.Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal)).SelectMany(f => f.Value.Keys);

    private static Dictionary<string, string> Entries(SourceFile file) =>
        XDocument.Parse(file.Text).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? "", StringComparer.Ordinal);

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    private static string WithoutComments(SourceFile file) => Comment().Replace(file.Text, "");

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(?:T|texts|localizer)\[""([^""{]+)""")]
    private static partial Regex KeyUse();

    [GeneratedRegex(@"@\*.*?\*@|/\*.*?\*/|(?<![:""])//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"""[^""\n]*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ][^""\n]*""", RegexOptions.IgnoreCase)]
    private static partial Regex VietnameseLiteral();

    [GeneratedRegex("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", RegexOptions.IgnoreCase)]
    private static partial Regex VietnameseLetter();
}
