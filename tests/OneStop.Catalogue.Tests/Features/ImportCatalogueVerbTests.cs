using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;
using OneStop.Kernel.Modules;
using OneStop.TestKit;

namespace OneStop.Catalogue.Tests.Features;

public sealed class ImportCatalogueVerbTests(TestSystem system) : IClassFixture<TestSystem>, IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Run_FileWithABadLine_ReportsItAndImportsTheRest()
    {
        await File.WriteAllTextAsync(_file, """
            {"ma":"8.000001","ten":"Một","bo":"B","cap":["xa"],"linh_vuc":"L"}
            {"ma":"8.000002",
            {"ma":"8.000003","ten":"Ba","bo":"B","cap":["xa"],"linh_vuc":"L"}
            """);

        var (code, output) = await RunAsync(_file);

        Assert.Equal(0, code);
        Assert.Contains("Dòng 2: không phải JSON hợp lệ", output, StringComparison.Ordinal);
        Assert.Contains("Thêm mới 2 thủ tục", output, StringComparison.Ordinal);
        Assert.Contains("100 %", output, StringComparison.Ordinal);
        Assert.Equal(2, await system.AskAsync<CatalogueDbContext, int>(c => c.Set<Procedure>().CountAsync(p => p.Code == "8.000001" || p.Code == "8.000003")));
    }

    [Fact]
    public async Task Run_MissingFile_SaysSo()
    {
        var (code, output) = await RunAsync(_file + ".none");

        Assert.Equal(1, code);
        Assert.Contains("Không có tệp", output, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output)> RunAsync(params string[] args) => system.InScopeAsync(async services =>
    {
        await using var output = new StringWriter();
        var verb = services.GetServices<IVerb>().Single(v => v.Name == "import-catalogue");
        var code = await verb.RunAsync(args, output, CancellationToken.None);
        return (code, output.ToString());
    });
}
