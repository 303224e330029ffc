using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Import;

namespace OneStop.Catalogue.Tests.Import;

public sealed class LocalPublicationsTests
{
    private readonly LocalPublications _local = LocalPublications.Load();

    [Fact]
    public async Task Apply_OverTheTextItWasWrittenFor_ReplacesTheField()
    {
        var national = await NationalAsync("1.001193");

        var local = _local.Apply(national);

        Assert.Equal("Đăng ký khai sinh", local.PlainName);
        Assert.Equal(4, local.Components.Count);
        Assert.Equal(national.Name, local.Name);
    }

    [Fact]
    public async Task Apply_WhenTheMinistryRepublishedAField_LetsTheNewTextWin()
    {
        var national = await NationalAsync("1.001193");
        var republished = national with { Components = [.. national.Components.Take(2)] };

        var local = _local.Apply(republished);

        Assert.Equal(2, local.Components.Count);
        Assert.Equal("Đăng ký khai sinh", local.PlainName);
    }

    [Fact]
    public async Task Apply_WhereOnlyAPlainNameIsGiven_AddsNothingElse()
    {
        var national = await NationalAsync("1.013076");

        Assert.Equal(ContentHash.Of(national with { PlainName = "Sang tên xe" }), ContentHash.Of(_local.Apply(national)));
    }

    [Fact]
    public void OwnProcedures_HoldTheSocialAllowance()
    {
        var own = Assert.Single(_local.OwnProcedures);

        Assert.Equal("1.001776", own.Code);
        Assert.Equal([LevelCodes.Commune, LevelCodes.District, LevelCodes.Province], own.Levels);
    }

    private static async Task<ProcedureContent> NationalAsync(string code)
    {
        await using var stream = SeedFiles.Procedures();
        await foreach (var line in CatalogueReader.ReadAsync(stream))
            if (line.Content!.Code == code)
                return line.Content;
        throw new InvalidOperationException($"{code} is not in the seed.");
    }
}
