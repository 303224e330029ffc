using System.Text;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Import;

namespace OneStop.Catalogue.Tests.Import;

public sealed class CatalogueReaderTests
{
    private const string Good = """{"ma":"1.000001","ten":"Thủ tục A","bo":"Bộ X","cap":["xa"],"linh_vuc":"Hộ tịch","doi_tuong":[],"cach_thuc":[]}""";

    [Fact]
    public async Task Read_WithBadLines_NumbersThemAndKeepsTheGoodOnes()
    {
        var lines = string.Join('\n', Good, "{broken", "", """{"ma":"x","ten":"B","linh_vuc":"Y","cap":["xa"]}""", Good,
            """{"ma":"1.000002","linh_vuc":"Y","cap":["xa"]}""", """{"ma":"1.000003","ten":"C","linh_vuc":"Y","cap":["làng"]}""",
            """{"ma":"1.000004","ten":"D","linh_vuc":"Y","cap":["tinh"],"cach_thuc":[{"kenh":"truc_tiep","phi":[{"so_tien":-5}]}]}""",
            """{"ma":"1.000005","ten":"E","linh_vuc":"Y","cap":["tinh"]}""");

        var read = await ReadAsync(lines);

        Assert.Equal(["1.000001", "1.000005"], read.Where(l => l.Content is not null).Select(l => l.Content!.Code));
        Assert.Equal(
            [(2, LineProblems.NotJson), (4, LineProblems.Code), (5, LineProblems.Repeated), (6, LineProblems.Name), (7, LineProblems.Level), (8, LineProblems.Fee)],
            read.Where(l => l.Problem is not null).Select(l => (l.Number, l.Problem!.Split(':')[0])));
    }

    [Fact]
    public async Task Read_TheShippedCatalogue_EveryLineEnters()
    {
        await using var stream = SeedFiles.Procedures();
        var lines = new List<CatalogueLine>();
        await foreach (var line in CatalogueReader.ReadAsync(stream))
            lines.Add(line);

        Assert.Equal(2849, lines.Count);
        Assert.All(lines, l => Assert.Null(l.Problem));
        var channels = lines.SelectMany(l => l.Content!.Channels).ToArray();
        Assert.All(channels, c => Assert.True(c.Term.Term is { Amount: >= 0 } || TermReasons.All.Contains(c.Term.Reason)));
        Assert.True(lines.Count(l => l.Content!.Channels.Any(c => c.Term.Term is not null)) > 2338);
    }

    [Fact]
    public void Read_DecomposedTextWithNul_StoresComposedTextWithout()
    {
        var (content, _) = CatalogueReader.Parse("{\"ma\":\"1.000001\",\"ten\":\"" + "Hộ tịch".Normalize(NormalizationForm.FormD) + "\\u0000\",\"cap\":[\"xa\"],\"linh_vuc\":\"L\"}");

        Assert.Equal("Hộ tịch", content!.Name);
    }

    private static async Task<List<CatalogueLine>> ReadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var lines = new List<CatalogueLine>();
        await foreach (var line in CatalogueReader.ReadAsync(stream))
            lines.Add(line);
        return lines;
    }
}
