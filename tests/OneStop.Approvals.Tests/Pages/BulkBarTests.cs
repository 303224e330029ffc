using Bunit;
using OneStop.Approvals.Components;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Tests.Office;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class BulkBarTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Sign_WithAnotherPaperChosenInsteadOfTheOneShown_AsksForTheNewListToBeConfirmed()
    {
        var (seen, unseen) = (await PaperAsync(), await PaperAsync());
        var bar = Open<BulkBar>(office.HolderOf(seen), "/viec", p => p.Add(b => b.Chosen, [seen.Id]));
        bar.Press("Ký, đóng dấu").Click();
        bar.WaitForAssertion(() => Assert.Contains(seen.DossierCode, bar.Words(".os-bulk__papers"), StringComparison.Ordinal));
        bar.Find("input[name=Confirmed]").Change(true);

        bar.Render(p => p.Add(b => b.Chosen, [unseen.Id]));

        Assert.Empty(bar.FindAll(".os-bulk__papers, input[name=Confirmed]"));
        bar.Press("Ký, đóng dấu").Click();
        bar.WaitForAssertion(() => Assert.Contains(unseen.DossierCode, bar.Words(".os-bulk__papers"), StringComparison.Ordinal));
        Assert.DoesNotContain(seen.DossierCode, bar.Words(".os-bulk__papers"), StringComparison.Ordinal);
        Assert.False(bar.Find("input[name=Confirmed]").HasAttribute("checked"));
        Assert.Equal($"/viec/{unseen.Id}", bar.Find(".os-bulk__papers a").GetAttribute("href"));
    }

    [Fact]
    public async Task Sign_WhileTheSamePapersStayChosen_KeepsWhatWasConfirmed()
    {
        var (one, two) = (await PaperAsync(), await PaperAsync());
        var bar = Open<BulkBar>(office.HolderOf(one), "/viec", p => p.Add(b => b.Chosen, [one.Id, two.Id]));
        bar.Press("Ký, đóng dấu").Click();
        bar.WaitForElement("input[name=Confirmed]").Change(true);

        bar.Render(p => p.Add(b => b.Chosen, [two.Id, one.Id]));

        Assert.True(bar.Find("input[name=Confirmed]").HasAttribute("checked"));
    }

    private async Task<WorkTask> PaperAsync()
    {
        var dossier = await office.AcceptAsync();
        WorkTask task;
        while ((task = await office.OpenTaskAsync(dossier)).Element != "tinh_ky")
            await office.CompleteOpenAsync(dossier);
        return task;
    }
}
