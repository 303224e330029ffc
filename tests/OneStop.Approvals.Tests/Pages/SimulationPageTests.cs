using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Features.AskSimulation;
using OneStop.Approvals.Features.ReadSimulation;
using OneStop.Approvals.Jobs;
using OneStop.Approvals.Simulation;
using OneStop.Approvals.Tests.Office;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class SimulationPageTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    private readonly Caller owner = TestCallers.ProcessAdmin();

    [Fact]
    public async Task Form_WithMistakes_KeepsWhatWasTypedAndNamesTheFields()
    {
        var page = await FormAsync();

        page.Find("input[name=From]").Change("31/31/2026");
        page.Find("input[name=Percent]").Change("nhiều");
        page.Find("input[name=DaysOff]").Change("02/05/2026, mai");
        page.Find("textarea[name=Facts]").Change("a = 1 : 5\nkhông phải");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Dòng 2", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Equal(4, page.FindAll(".os-error-summary li").Count);
        Assert.Equal("nhiều", page.Find("input[name=Percent]").GetAttribute("value"));
        Assert.Equal("02/05/2026, mai", page.Find("input[name=DaysOff]").GetAttribute("value"));
        page.Find("input[name=From]").Change("01/03/2026");
        page.Find("input[name=Percent]").Change("5000");
        page.Find("input[name=DaysOff]").Change("");
        page.Find("textarea[name=Facts]").Change("");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("từ 1 đến 1000", page.Words(".os-error-summary"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_OfAMix_AsksForItsNumbers()
    {
        var page = await FormAsync();

        Assert.Empty(page.FindAll("input[name=PerDay]"));
        page.Find("input[value=Mix]").Change("Mix");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("input[name=PerDay]")));
        Assert.Empty(page.FindAll("input[name=To]"));
    }

    [Fact]
    public async Task Report_ComesByItselfWithChartsTablesAndBothSides()
    {
        var version = await VersionAsync();
        var today = office.Clock.Now.VietnamDate();
        var run = await office.DoAs(owner, new AskSimulationCommand(version, new SimulationRequest { From = today.AddDays(-1), To = today.AddDays(1), Percent = 1_000, People = new Dictionary<string, int> { ["xa.officer"] = 0 } }));
        var page = Open<SimulationPage>(owner, $"/quan-tri/quy-trinh/mo-phong/{run}", parameters => parameters.Add(p => p.RunId, run));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("progress")));

        await office.Services.GetRequiredService<SimulationWorker>().RunDueAsync(CancellationToken.None);

        page.WaitForAssertion(() => Assert.NotNull(page.Find("svg[role=img][aria-label]")), TimeSpan.FromSeconds(10));
        Assert.Empty(page.FindAll("progress"));
        Assert.Contains("đang áp dụng, như hiện nay", page.Words("thead"), StringComparison.Ordinal);
        Assert.Contains("Vị trí không có người", page.Markup, StringComparison.Ordinal);
        Assert.Equal(4, page.FindAll("polyline.os-chart__curve").Count);
    }

    [Fact]
    public void Report_ThatIsGone_SaysSo()
    {
        var page = Open<SimulationPage>(owner, $"/quan-tri/quy-trinh/mo-phong/{Guid.Empty}", parameters => parameters.Add(p => p.RunId, Guid.Empty));

        page.WaitForAssertion(() => Assert.Contains("Không có lần mô phỏng này", page.Words(".os-error-summary"), StringComparison.Ordinal));
    }

    private async Task<IRenderedComponent<AskSimulationPage>> FormAsync()
    {
        var version = await VersionAsync();
        var page = Open<AskSimulationPage>(owner, $"/quan-tri/quy-trinh/phien-ban/{version}/mo-phong", parameters => parameters.Add(p => p.ProcessId, version));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("input[name=Percent]")));
        return page;
    }

    private async Task<Guid> VersionAsync()
    {
        await office.AcceptAsync("1.001776");
        return await office.AskAsync<ApprovalsDbContext, Guid>(c => c.ProcessVersions.Where(v => v.Key == "1.001776").Select(v => v.Id).SingleAsync());
    }
}
