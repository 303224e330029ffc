using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CheckMigration;
using OneStop.Approvals.Features.ReadMigration;
using OneStop.Approvals.Features.StartMigration;
using OneStop.Approvals.Jobs;
using OneStop.Approvals.Tests.Office;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class MigrationPageTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Migration_IsTriedMappedByHandConfirmedAndFollowed()
    {
        await RichProcess.DeployAsync(office, StoppingProcess.Key, StoppingProcess.Xml);
        var dossier = await office.AcceptAsync(StoppingProcess.Key);
        await RichProcess.DeployAsync(office, StoppingProcess.Key, StoppingProcess.Xml.Replace("\"xem\"", "\"xem2\"", StringComparison.Ordinal).Replace("Xem xét", "Xem kỹ", StringComparison.Ordinal), new DateOnly(2090, 1, 1));
        var versions = await office.AskAsync<ApprovalsDbContext, List<ProcessVersion>>(c => c.ProcessVersions.AsNoTracking().Where(v => v.Key == StoppingProcess.Key).OrderBy(v => v.Number).ToListAsync());

        var page = Open<CheckMigrationPage>(TestCallers.ProcessAdmin(), $"/quan-tri/quy-trinh/chuyen-phien-ban?tu={versions[0].Id}&den={versions[1].Id}");
        page.WaitForAssertion(() => Assert.Contains("0 trên 1", page.Words("[role=status]"), StringComparison.Ordinal));
        Assert.Contains("không có trong phiên bản mới", page.Words(".os-tag--late"), StringComparison.Ordinal);
        // Nothing to start while nothing can go.
        Assert.Empty(page.FindAll(".os-confirm"));

        page.Find("select").Change("xem2");
        page.WaitForAssertion(() => Assert.Contains("1 trên 1", page.Words("[role=status]"), StringComparison.Ordinal));
        page.Press("Chuyển 1 hồ sơ").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-error-summary")));
        page.Find("textarea").Change("Quy trình mới");
        Dispatcher.BreakDown<StartMigrationCommand>();
        page.Press("Chuyển 1 hồ sơ").Click();
        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Dispatcher.Mend<StartMigrationCommand>();
        page.Press("Chuyển 1 hồ sơ").Click();
        page.WaitForAssertion(() => Assert.StartsWith("/quan-tri/quy-trinh/chuyen-phien-ban/", Address, StringComparison.Ordinal));

        var run = Guid.Parse(Address[(Address.LastIndexOf('/') + 1)..]);
        var progress = Open<ReadMigrationPage>(TestCallers.ProcessAdmin(), Address, route => route.Add(p => p.RunId, run));
        progress.WaitForAssertion(() => Assert.Contains("1 đang chờ", progress.Words("[role=status]"), StringComparison.Ordinal));
        await office.Services.GetRequiredService<MigrationWorker>().RunDueAsync(CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromSeconds(3));

        progress.WaitForAssertion(() => Assert.Contains("Đã xong: 1 đã chuyển", progress.Words("[role=status]"), StringComparison.Ordinal));
        Assert.Equal("xem2", (await office.OpenTaskAsync(dossier)).Element);
    }

    [Fact]
    public void Migration_OfVersionsThatDoNotExist_SaysSo()
    {
        var page = Open<CheckMigrationPage>(TestCallers.ProcessAdmin(), $"/quan-tri/quy-trinh/chuyen-phien-ban?tu={Guid.NewGuid()}&den={Guid.NewGuid()}");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-error-summary")));

        var run = Open<ReadMigrationPage>(TestCallers.ProcessAdmin(), "/quan-tri/quy-trinh/chuyen-phien-ban/x", route => route.Add(p => p.RunId, Guid.NewGuid()));
        run.WaitForAssertion(() => Assert.NotEmpty(run.FindAll(".os-error-summary")));
    }
}
