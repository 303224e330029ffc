using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Contracts;
using OneStop.Catalogue.Contracts.Events;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Features.CloseProcedure;
using OneStop.Catalogue.Features.ImportProcedures;
using OneStop.Catalogue.Features.SearchProcedures;
using OneStop.Catalogue.Features.ShowProcedure;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.TestKit;
using OneStop.TestKit.Callers;

namespace OneStop.Catalogue.Tests.Features;

public sealed class ImportProceduresTests(TestSystem system) : IClassFixture<TestSystem>
{
    private static int _next = 900_000;
    private readonly string _code = $"9.{Interlocked.Increment(ref _next)}";

    [Fact]
    public async Task Import_TheSameAgain_ChangesNothing()
    {
        var content = Content();
        await ImportAsync(content);

        var again = await ImportAsync(content with { });

        Assert.Equal(new ImportTally(0, 0, 1), again);
        Assert.Equal(1, await VersionsAsync());
    }

    [Fact]
    public async Task Import_AChangedText_MakesTheNextVersionAndLeavesDossiersOnTheirs()
    {
        await ImportAsync(Content());
        var today = system.Clock.GetUtcNow().VietnamDate();
        var first = await FindAsync(today);

        var tally = await ImportAsync(Content() with { Name = "Thủ tục đã đổi tên" });

        var second = await FindAsync(today);
        var kept = await system.AskAsync<ICatalogue, ProcedureVersionInfo?>(c => c.FindVersionAsync(first!.VersionId, default));
        var earlier = await FindAsync(today.AddDays(-1));
        Assert.Equal(new ImportTally(0, 1, 0), tally);
        Assert.NotEqual(first!.VersionId, second!.VersionId);
        Assert.Equal("Thủ tục đã đổi tên", second.Name);
        Assert.Equal("Thủ tục để thử", kept!.Name);
        Assert.Equal(first.VersionId, earlier!.VersionId);
    }

    [Fact]
    public async Task Import_DatedAhead_TakesForceOnItsDay()
    {
        await ImportAsync(Content());
        var day = system.Clock.GetUtcNow().VietnamDate().AddDays(10);

        await system.DoAs(TestCallers.ProcessAdmin(), new ImportProcedures([Content() with { Name = "Tên mới" }], day));

        Assert.Equal("Thủ tục để thử", (await FindAsync(day.AddDays(-1)))!.Name);
        Assert.Equal("Tên mới", (await FindAsync(day))!.Name);
    }

    [Fact]
    public async Task Import_Change_IsFoundAtOnceAndAnnounced()
    {
        await ImportAsync(Content());
        await system.DoAs(TestCallers.Anonymous, new SearchProcedures("de thu", new SearchFilter()));

        await ImportAsync(Content() with { Name = "Cấp phép nuôi rồng hiếm" });

        var list = await system.DoAs(TestCallers.Anonymous, new SearchProcedures("nuôi rồng", new SearchFilter()));
        Assert.Equal(_code, list.Items[0].Code);
        Assert.NotEmpty(await system.RaisedAsync<CatalogueChanged>());
    }

    [Fact]
    public async Task Import_WithoutPermission_IsRefused()
    {
        var result = await system.SendAs(TestCallers.DeskClerk(), new ImportProcedures([Content()]));

        Assert.Equal(CommonErrors.NotAllowed, result.Error.Code);
    }

    [Fact]
    public async Task Find_UnknownCode_IsNull() =>
        Assert.Null(await system.AskAsync<ICatalogue, ProcedureVersionInfo?>(c => c.FindAsync("0.000000", new DateOnly(2026, 3, 2), default)));

    [Fact]
    public async Task Find_GivesWhatFilingNeeds()
    {
        await ImportAsync(Content());

        var found = await FindAsync(system.Clock.GetUtcNow().VietnamDate());

        Assert.Equal("tinh", found!.Level);
        Assert.Equal("default-tinh", found.ProcessKey);
        Assert.Equal("default", found.Form.Key);
        Assert.Equal([new ComponentInfo("c1", "Đơn đề nghị", 1, 0, true, null)], found.Components);
        Assert.Equal(new Term(5, TermUnit.WorkingDays), Assert.Single(found.Terms).Term);
        Assert.Equal([new FeeInfo(null, "Do Hội đồng nhân dân quyết định")], found.Fees);
    }

    [Fact]
    public async Task Close_ThenReopen_TurnsFilingOffAndOn()
    {
        await ImportAsync(Content());
        var today = system.Clock.GetUtcNow().VietnamDate();

        await system.DoAs(TestCallers.ProcessAdmin(), new CloseProcedure(_code, new LocalizedText("Chờ văn bản mới", "Waiting for a new text")));
        var closed = await FindAsync(today);
        var kept = await system.AskAsync<ICatalogue, ProcedureVersionInfo?>(c => c.FindVersionAsync(closed!.VersionId, default));
        var shown = await system.DoAs(TestCallers.Anonymous, new ShowProcedure(_code));
        await system.DoAs(TestCallers.ProcessAdmin(), new CloseProcedure(_code, null));

        Assert.Equal("Chờ văn bản mới", closed!.ClosedReason!.Vi);
        Assert.Equal("Chờ văn bản mới", kept!.ClosedReason!.Vi);
        Assert.NotNull(shown.ClosedReason);
        Assert.Null((await FindAsync(today))!.ClosedReason);
    }

    [Fact]
    public async Task CloseVerbs_CloseAndReopen()
    {
        await ImportAsync(Content());
        var today = system.Clock.GetUtcNow().VietnamDate();

        var closed = await RunVerbAsync("close-procedure", _code, "Chờ văn bản mới");
        var reason = (await FindAsync(today))!.ClosedReason;
        var reopened = await RunVerbAsync("reopen-procedure", _code);

        Assert.Equal((0, 0), (closed, reopened));
        Assert.Equal(new LocalizedText("Chờ văn bản mới", "Chờ văn bản mới"), reason);
        Assert.Null((await FindAsync(today))!.ClosedReason);
        Assert.Equal(1, await RunVerbAsync("close-procedure", "0.000000", "Không có"));
    }

    [Fact]
    public async Task Close_UnknownProcedure_IsNotFound()
    {
        var result = await system.SendAs(TestCallers.ProcessAdmin(), new CloseProcedure("0.000000", null));

        Assert.Equal(CatalogueErrors.UnknownProcedure, result.Error.Code);
    }

    [Fact]
    public async Task Close_WithoutSayingWhy_IsInvalid()
    {
        var result = await system.SendAs(TestCallers.ProcessAdmin(), new CloseProcedure(_code, new LocalizedText("", "")));

        Assert.Equal(ErrorKind.Invalid, result.Error.Kind);
    }

    private Task<int> RunVerbAsync(string verb, params string[] args) => system.InScopeAsync(services =>
        services.GetServices<IVerb>().Single(v => v.Name == verb).RunAsync(args, TextWriter.Null, CancellationToken.None));

    private Task<ImportTally> ImportAsync(ProcedureContent content) => system.DoAs(TestCallers.ProcessAdmin(), new ImportProcedures([content]));

    private Task<ProcedureVersionInfo?> FindAsync(DateOnly on) => system.AskAsync<ICatalogue, ProcedureVersionInfo?>(c => c.FindAsync(_code, on, default));

    private Task<int> VersionsAsync() => system.AskAsync<CatalogueDbContext, int>(c =>
        (from v in c.Set<ProcedureVersion>() join p in c.Set<Procedure>() on v.ProcedureId equals p.Id where p.Code == _code select v).CountAsync());

    private ProcedureContent Content() => new()
    {
        Code = _code, Name = "Thủ tục để thử", Ministry = "Bộ X", Field = "Lĩnh vực để thử", Levels = ["tinh"], Audiences = [AudienceCodes.Citizen],
        Channels = [new ChannelContent(Channels.InPerson, LegalTerm.Of(new Term(5, TermUnit.WorkingDays), TermOrigins.Column), null,
            [new FeeContent(0, "VND", "Do Hội đồng nhân dân quyết định")])],
        Components = [new ComponentContent("Đơn đề nghị", 1, 0, true, null, null, ComponentKinds.Submit, true)],
        Results = [new ResultContent("Giấy phép", "KQ.1")],
    };
}
