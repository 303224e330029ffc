using Bunit;
using OneStop.Approvals.Features.CancelInstance;
using OneStop.Approvals.Features.ListIncidents;
using OneStop.Approvals.Features.ReadIncident;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class IncidentsPageTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Incidents_AreListedAndRetriedTogetherWithAResultForEach()
    {
        var gate = Dispatcher.Hold<ListIncidentsQuery>();
        var page = Show();
        Assert.NotNull(page.Find(".os-skeleton"));
        gate.SetResult();
        page.WaitForAssertion(() => Assert.Equal("Không có sự cố nào", page.Words(".os-empty h2")));

        var dossier = await office.AcceptAsync();
        office.Organisation.Vacant = (Levels.Commune, Roles.AgencyLeader);
        await office.CompleteOpenAsync(dossier);
        var (_, stuck) = await StoppingProcess.StopAsync(office);
        page = Show();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Contains("2 sự cố", page.Words("details"), StringComparison.Ordinal);

        page.Press("Thử lại tất cả").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-error-summary a[href$='#Why'], .os-error-summary a")));
        office.Organisation.Vacant = null;
        page.Find("textarea").Change("Đã bổ nhiệm");
        page.Press("Thử lại tất cả").Click();

        page.WaitForAssertion(() => Assert.Contains("1 trên 2", page.Words("[role=status]"), StringComparison.Ordinal));
        Assert.Contains("nguyên nhân chưa hết", page.FindAll("tbody tr").Select(row => row.TextContent).Single(text => text.Contains(stuck.DossierCode, StringComparison.Ordinal) && text.Contains("Dừng lại lần nữa", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("xa_ky", (await office.OpenTaskAsync(dossier)).Element);
        // What has stopped again is a new incident, so the list still holds it.
        Assert.Contains((await office.DoAs(TestCallers.ProcessAdmin(), new ListIncidentsQuery(null))).Page.Items, i => i.DossierCode == stuck.DossierCode);
    }

    [Fact]
    public void Incidents_ThatCannotBeRead_SaySoInsteadOfLoadingForEver()
    {
        Dispatcher.BreakDown<ListIncidentsQuery>();

        var page = Show();

        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".os-skeleton"));
    }

    [Fact]
    public async Task Incident_TellsTheReasonAndIsRetriedWithAVariablePutRight()
    {
        var (dossier, incident) = await StoppingProcess.StopAsync(office);
        var page = Show(incident.Id);
        page.WaitForAssertion(() => Assert.Contains("Không điều kiện nào đúng", page.Words("h1"), StringComparison.Ordinal));
        Assert.Contains("sửa biến sai rồi thử lại", page.Words(".os-notice"), StringComparison.Ordinal);

        page.Find("input[value=retry]").Change("retry");
        page.Find("input[type=checkbox]").Change(true);
        page.Find("select").Change("Number");
        page.Find("input[type=text]").Change("hai");
        page.Find("textarea").Change("Quên ghi số");
        page.Press("Thử lại").Click();
        page.WaitForAssertion(() => Assert.Contains("Hãy ghi một số", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Equal("hai", page.Find("input[type=text]").GetAttribute("value"));
        Assert.Equal("Quên ghi số", page.Find("textarea").GetAttribute("value") ?? page.Find("textarea").TextContent);
        page.Find("input[type=text]").Change("2");
        page.Press("Thử lại").Click();

        page.WaitForAssertion(() => Assert.Contains("đi tiếp", page.Words("[role=status]"), StringComparison.Ordinal));
        Assert.Equal("lam", (await office.OpenTaskAsync(dossier)).Element);
        Assert.Contains("Quên ghi số", page.Words("tbody"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input[type=radio]"));
    }

    [Fact]
    public async Task Incident_CancelSaysWhatHappensToTheDossierAndAsksForItsCode()
    {
        var (dossier, incident) = await StoppingProcess.StopAsync(office);
        var page = Show(incident.Id);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("input[value=cancel]")));
        Assert.Empty(page.FindAll("input[value=skip]"));

        page.Find("input[value=cancel]").Change("cancel");
        Assert.Contains("Dừng giải quyết", page.Words(".os-confirm"), StringComparison.Ordinal);
        page.Find("textarea").Change("Hồ sơ trùng");
        page.Press("Hủy quy trình, dừng hồ sơ").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-error-summary")));
        Assert.NotEmpty((await office.TasksAsync(dossier)));
        page.Find("input[type=text]").Change(incident.DossierCode);
        Dispatcher.BreakDown<CancelInstanceCommand>();
        page.Press("Hủy quy trình, dừng hồ sơ").Click();
        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Dispatcher.Mend<CancelInstanceCommand>();
        page.Press("Hủy quy trình, dừng hồ sơ").Click();

        page.WaitForAssertion(() => Assert.Contains("Đã hủy quy trình", page.Words("[role=status]"), StringComparison.Ordinal));
    }

    [Fact]
    public void Incident_ThatDoesNotExist_SaysSo()
    {
        var page = Show(Guid.NewGuid());

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-error-summary")));
    }

    private IRenderedComponent<ListIncidentsPage> Show() => Open<ListIncidentsPage>(TestCallers.ProcessAdmin(), "/quan-tri/su-co-quy-trinh");

    private IRenderedComponent<ReadIncidentPage> Show(Guid incident) =>
        Open<ReadIncidentPage>(TestCallers.ProcessAdmin(), $"/quan-tri/su-co-quy-trinh/{incident}", route => route.Add(p => p.IncidentId, incident));
}
