using Bunit;
using OneStop.Approvals.Features.ListIncidents;
using OneStop.Approvals.Features.RetryIncident;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class IncidentsPageTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Incidents_AreListedAndRetriedFromThePage()
    {
        var gate = Dispatcher.Hold<ListIncidentsQuery>();
        var page = Show();
        Assert.NotNull(page.Find(".os-skeleton"));
        gate.SetResult();
        page.WaitForAssertion(() => Assert.Equal("Không có sự cố nào", page.Words(".os-empty h2")));

        var dossier = await office.AcceptAsync();
        office.Organisation.Vacant = (Levels.Commune, Roles.AgencyLeader);
        await office.CompleteOpenAsync(dossier);
        page = Show();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains("xa_ky", page.Words("tbody tr"), StringComparison.Ordinal);

        Dispatcher.BreakDown<RetryIncidentCommand>();
        page.Press("Thử lại").Click();
        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Single(page.FindAll("tbody tr"));

        Dispatcher.Mend<RetryIncidentCommand>();
        office.Organisation.Vacant = null;
        page.Press("Thử lại").Click();

        page.WaitForAssertion(() => Assert.Contains("Đã thử lại", page.Words("[role=status]"), StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("Không có sự cố nào", page.Words(".os-empty h2")));
        Assert.Empty(page.FindAll(".os-error-summary"));
        Assert.Equal("xa_ky", (await office.OpenTaskAsync(dossier)).Element);
    }

    [Fact]
    public void Incidents_ThatCannotBeRead_SaySoInsteadOfLoadingForEver()
    {
        Dispatcher.BreakDown<ListIncidentsQuery>();

        var page = Show();

        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".os-skeleton"));
    }

    private IRenderedComponent<ListIncidentsPage> Show() => Open<ListIncidentsPage>(TestCallers.ProcessAdmin(), "/quan-tri/su-co-quy-trinh");
}
