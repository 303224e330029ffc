using OneStop.Catalogue.Search;

namespace OneStop.Catalogue.Tests.Search;

public sealed class SpellingTests(SeedIndex seed) : IClassFixture<SeedIndex>
{
    [Theory]
    [InlineData("Đăng ký khai sinh")]
    [InlineData("dang ky khai sinh")]
    [InlineData("đang kí khai sinh")]
    [InlineData("khai sinh đăng ký")]
    [InlineData("đăng ký khai sihn")]
    [InlineData("DANG KY   KHAI-SINH!")]
    [InlineData("1.001193")]
    public void Search_HoweverItIsTyped_FindsBirthRegistrationFirst(string query) =>
        Assert.Equal("1.001193", seed.Index.Search(query, new SearchFilter()).Hits[0].Document.Code);

    [Theory]
    [InlineData("khai", "kahi", true)]
    [InlineData("khai", "khia", true)]
    [InlineData("khai", "kha", true)]
    [InlineData("khai", "khaii", true)]
    [InlineData("khai", "khai", false)]
    [InlineData("khai", "sinh", false)]
    [InlineData("khai", "kh", false)]
    public void IsOne_CountsOneChangeOnly(string a, string b, bool expected) => Assert.Equal(expected, EditDistance.IsOne(a, b));

    [Theory]
    [InlineData("\0\0\0")]
    [InlineData("👶👶👶")]
    [InlineData("zzzzqqqq wwwwxxxx")]
    [InlineData("'; DROP TABLE procedure; --")]
    public void Search_Nonsense_AnswersWithoutFailing(string query) => Assert.NotNull(seed.Index.Search(query, new SearchFilter()).Hits);

    [Fact]
    public void Search_HugeText_IsCutAndAnswered() =>
        Assert.NotEmpty(seed.Index.Search(string.Join(' ', Enumerable.Repeat("khai sinh", 50_000)), new SearchFilter()).Hits);

    [Fact]
    public void Search_WithFilters_KeepsOnlyWhatTheyAdmit()
    {
        var filter = new SearchFilter(FieldSlug: "ho-tich", Level: "xa", Audience: "citizen", OnlineOnly: true);

        var hits = seed.Index.Search(null, filter).Hits;

        Assert.NotEmpty(hits);
        Assert.All(hits, h => Assert.True(h.Document.Field == "Hộ tịch" && h.Document.Levels.Contains("xa") && h.Document.Online));
    }

    [Fact]
    public void LifeEvents_NameOnlyProceduresThatExist()
    {
        var codes = seed.Index.Documents.Select(d => d.Code).ToHashSet();

        Assert.All(LifeEvents.All, e => Assert.All(e.Codes, c => Assert.Contains(c, codes)));
    }
}
