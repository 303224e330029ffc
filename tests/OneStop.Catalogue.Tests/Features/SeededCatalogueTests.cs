using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Contracts;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Features.SearchProcedures;
using OneStop.Catalogue.Features.ShowLifeEvent;
using OneStop.Catalogue.Features.ShowProcedure;
using OneStop.Catalogue.Import;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Modules;
using OneStop.TestKit;
using OneStop.TestKit.Callers;
using Xunit.Abstractions;

namespace OneStop.Catalogue.Tests.Features;

public sealed class SeededCatalogue : TestSystem
{
    public TimeSpan Took { get; private set; }

    protected override async Task StartedAsync()
    {
        var watch = Stopwatch.StartNew();
        await SeedAsync();
        Took = watch.Elapsed;
    }

    public Task SeedAsync() => InScopeAsync(s =>
        s.GetServices<IDemoSeed>().OfType<CatalogueSeed>().Single().SeedAsync(new SeedOptions(), new Progress<(string What, double Share)>(), CancellationToken.None));
}

public sealed class SeededCatalogueTests(SeededCatalogue system, ITestOutputHelper output) : IClassFixture<SeededCatalogue>
{
    [Fact]
    public async Task Seed_StoresTheWholeCatalogueAndTheLocalProcedure()
    {
        output.WriteLine($"seeded in {system.Took.TotalSeconds:F1} s");
        var count = await system.AskAsync<CatalogueDbContext, int>(c => c.Set<Procedure>().CountAsync());
        var fields = await system.AskAsync<CatalogueDbContext, int>(c => c.Set<ProcedureField>().CountAsync());

        Assert.Equal(2850, count);
        Assert.True(fields > 150);
    }

    [Fact]
    public async Task Seed_Again_ReadsNothingAndChangesNothing()
    {
        var before = await RevisionAsync();

        await system.SeedAsync();

        Assert.Equal(before, await RevisionAsync());
    }

    [Fact]
    public async Task Find_EveryProcedure_CanBeFiled()
    {
        var codes = await system.AskAsync<CatalogueDbContext, string[]>(c => c.Set<Procedure>().Select(p => p.Code).ToArrayAsync());
        var today = new DateOnly(2026, 3, 2);
        foreach (var code in codes.Where((_, i) => i % 25 == 0))
        {
            var found = await system.AskAsync<ICatalogue, ProcedureVersionInfo?>(c => c.FindAsync(code, today, default));
            Assert.NotNull(found);
            Assert.Contains(found.Level, (string[])["xa", "huyen", "tinh"]);
            Assert.Equal(found.Components.Count, found.Components.Select(x => x.Key).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("1.001776", "xa", 22, "1.001776")]
    [InlineData("1.001193", "xa", 1, "1.001193")]
    [InlineData("1.001612", "xa", 3, "1.001612")]
    [InlineData("3.000347", "xa", 5, "3.000347")]
    [InlineData("1.013831", "xa", 18, "1.013831")]
    public async Task Find_TheExamples_HaveTheirTermFormAndProcess(string code, string level, int amount, string process)
    {
        var found = await system.AskAsync<ICatalogue, ProcedureVersionInfo?>(c => c.FindAsync(code, new DateOnly(2026, 3, 2), default));

        Assert.Equal(level, found!.Level);
        Assert.Equal(process, found.ProcessKey);
        Assert.Equal(code, found.Form.Key);
        Assert.All(found.Terms, t => Assert.Equal(amount, t.Term.Amount));
        Assert.Contains(found.Components, c => c.Required);
    }

    // Who files one of them and who receives it must be told where its date comes from.
    [Theory]
    [InlineData("2.000575", TermGapKind.ByCase, "Theo từng trường hợp, xem mục Trình tự thực hiện")]
    [InlineData("2.002023", TermGapKind.ByCase, "Theo từng trường hợp, xem mục Trình tự thực hiện")]
    [InlineData("1.001776", null, null)]
    public async Task Find_AProcedureWithoutOneTerm_SaysWhy(string code, TermGapKind? kind, string? text)
    {
        var found = await system.AskAsync<ICatalogue, ProcedureVersionInfo?>(c => c.FindAsync(code, new DateOnly(2026, 3, 2), default));

        Assert.Equal((kind, text, kind is null), (found!.TermGap?.Kind, found.TermGap?.Text, found.Terms.Count > 0));
    }

    [Fact]
    public async Task Search_GoesOnAfterTheLastSeen()
    {
        var first = await system.DoAs(TestCallers.Anonymous, new SearchProcedures("giấy phép", new SearchFilter()));
        var second = await system.DoAs(TestCallers.Anonymous, new SearchProcedures("giấy phép", new SearchFilter(), first.Next));

        Assert.Equal(20, first.Items.Count);
        Assert.Empty(first.Items.Select(i => i.Code).Intersect(second.Items.Select(i => i.Code)));
    }

    [Fact]
    public async Task Show_Procedure_HasEveryPartTheLawWantsPublished()
    {
        var shown = await system.DoAs(TestCallers.Anonymous, new ShowProcedure("1.000894"));

        Assert.Equal("Thủ tục đăng ký kết hôn", shown.Name);
        Assert.NotEmpty(shown.Components);
        Assert.NotEmpty(shown.Channels);
        Assert.NotEmpty(shown.Audiences);
        Assert.NotEmpty(shown.LegalBases);
        Assert.NotNull(shown.Steps);
    }

    [Fact]
    public async Task Show_UnknownCode_IsNotFound()
    {
        var result = await system.SendAs(TestCallers.Anonymous, new ShowProcedure("0.000000"));

        Assert.Equal(CatalogueErrors.UnknownProcedure, result.Error.Code);
    }

    [Fact]
    public async Task ShowLifeEvent_KeepsTheOrderPeopleMeetThem()
    {
        var shown = await system.DoAs(TestCallers.Anonymous, new ShowLifeEvent("sinh-con"));

        Assert.Equal("1.001193", shown.Procedures[0].Code);
        Assert.Equal(CatalogueErrors.UnknownLifeEvent, (await system.SendAs(TestCallers.Anonymous, new ShowLifeEvent("khong-co"))).Error.Code);
    }

    private Task<long> RevisionAsync() => system.AskAsync<CatalogueDbContext, long>(c => c.Set<CatalogueRevision>().Select(r => r.Number).SingleAsync());
}
