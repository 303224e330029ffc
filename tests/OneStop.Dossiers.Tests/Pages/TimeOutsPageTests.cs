using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Features.LeaveTimeOut;
using OneStop.Dossiers.Tests.Desk;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.TestKit.Pages;
using OneStop.UI;

namespace OneStop.Dossiers.Tests.Pages;

// The page on which an officer writes down the time of a third party: mistakes at their fields, nothing typed lost.
public sealed class TimeOutsPageTests : PageTest, IClassFixture<DeskSystem>
{
    private static readonly Caller Officer = FakeTaskAccess.Officer;
    private readonly DeskSystem system;
    private readonly GivenBack kept = new();

    public TimeOutsPageTests(DeskSystem system)
        : base(system)
    {
        this.system = system;
        Services.AddSingleton<IKeptForms>(kept);
    }

    [Fact]
    public async Task Page_AfterANewSignIn_GivesBackWhatWasTyped()
    {
        kept.Fields = new Dictionary<string, string> { ["Begin.Party"] = "Sở Xây dựng", ["Begin.Limit"] = "2" };
        var page = Show(await OpenAsync());

        Assert.Equal(("Sở Xây dựng", "2"), (page.Find("input[name='Begin.Party']").GetAttribute("value"), page.Find("input[name='Begin.Limit']").GetAttribute("value")));
    }

    [Fact]
    public async Task Page_OfARunningDossier_ProposesNowAndTheMostThatTheProcedureLeaves()
    {
        var page = Show(await OpenAsync());

        Assert.Equal("Thời gian không tính vào thời hạn", page.Words("h1"));
        Assert.Equal(DateText.Write(system.Clock.Now.VietnamDate()), page.Find("input[name='Begin.FromDay']").GetAttribute("value"));
        Assert.Equal("5", page.Find("input[name='Begin.Limit']").GetAttribute("value"));
        Assert.Contains(page.AllWords("form p"), w => w.Contains("còn được loại trừ tối đa: 5 ngày làm việc", StringComparison.Ordinal));
        Assert.Single(page.FindAll("form"));
    }

    [Fact]
    public async Task Begin_WithMistakes_NamesEachAtItsFieldAndKeepsWhatWasTyped()
    {
        var id = await OpenAsync();
        Begin("Begin.Party", "Sở Xây dựng", ("Begin.LegalGround", "Điều 9"), ("Begin.Document", ""), ("Begin.FromDay", "31/02/2026"), ("Begin.FromTime", "9 rưỡi"), ("Begin.Limit", "năm"));
        var page = Show(id);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".os-error-summary a").Count));
        Assert.Equal(
            ["Begin.Document", "Begin.FromDay", "Begin.FromTime", "Begin.Limit"], page.FindAll("input[aria-invalid=true]:not([type=radio])").Select(i => i.GetAttribute("name")));
        foreach (var (field, typed) in new[] { ("Party", "Sở Xây dựng"), ("LegalGround", "Điều 9"), ("FromDay", "31/02/2026"), ("FromTime", "9 rưỡi"), ("Limit", "năm") })
            Assert.Equal(typed, page.Find($"input[name='Begin.{field}']").GetAttribute("value"));
        Assert.Empty((await system.ReadAsync(id)).Pauses);
    }

    [Fact]
    public async Task Begin_LongerThanTheProcedureAllows_SaysHowLongAtTheField()
    {
        var id = await OpenAsync();
        Begin("Begin.Ground", nameof(ClockGround.Opinion), ("Begin.Party", "Sở Xây dựng"), ("Begin.LegalGround", "Điều 9"), ("Begin.Document", "123/UBND-ĐC"),
            ("Begin.FromDay", DateText.Write(system.Clock.Now.VietnamDate())!), ("Begin.FromTime", Hour), ("Begin.Limit", "6"));
        var page = Show(id);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("5 ngày làm việc", Assert.Single(page.AllWords(".os-error-summary a")), StringComparison.Ordinal));
        Assert.Equal("true", page.Find("input[name='Begin.Limit']").GetAttribute("aria-invalid"));
        Assert.True(page.Find($"input[name='Begin.Ground'][value={nameof(ClockGround.Opinion)}]").HasAttribute("checked"));
    }

    [Fact]
    public async Task Begin_ThenEnd_PausesAndGoesOn()
    {
        var id = await OpenAsync();
        Begin("Begin.Ground", nameof(ClockGround.Opinion), ("Begin.Party", "Sở Xây dựng"), ("Begin.LegalGround", "Điều 9"), ("Begin.Document", "123/UBND-ĐC"),
            ("Begin.FromDay", DateText.Write(system.Clock.Now.VietnamDate())!), ("Begin.FromTime", Hour), ("Begin.Limit", "3"));
        var page = Show(id);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith("?xong=ghi", Address, StringComparison.Ordinal));
        Assert.Equal("Sở Xây dựng", Assert.Single((await system.ReadAsync(id)).Pauses).Party);

        var waiting = Show(id, "?xong=ghi");
        Assert.Contains("Thời hạn của hồ sơ tạm dừng", waiting.Words("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("Sở Xây dựng", waiting.AllWords("dd"));
    }

    [Fact]
    public async Task End_BeforeItBeganOrWithoutADay_IsRefusedAtTheField()
    {
        var id = await OpenAsync();
        await system.DoAs(Officer, new LeaveTimeOut(
            id, ClockGround.Opinion, "Sở Xây dựng", "Điều 9", "123/UBND-ĐC", system.Clock.Now.VietnamDate(), TimeOnly.FromDateTime(system.Clock.Now.ToVietnam().DateTime), 5, TermUnit.WorkingDays));
        Type("End.Ground", nameof(ClockGround.Opinion));
        Type("End.UntilDay", "hôm qua");
        Type("End.UntilTime", "10:00");
        Type("End.Answer", "77/SXD");
        var page = Show(id);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".os-error-summary a")));
        Assert.Equal(("true", "hôm qua"), (page.Find("input[name='End.UntilDay']").GetAttribute("aria-invalid"), page.Find("input[name='End.UntilDay']").GetAttribute("value")));
        Assert.Equal("77/SXD", page.Find("input[name='End.Answer']").GetAttribute("value"));
        Assert.Null(Assert.Single((await system.ReadAsync(id)).Pauses).EndedAt);
    }

    [Fact]
    public async Task Page_WhereTheProcedureLeavesNothingOut_SaysSoAndHasNoForm()
    {
        Speak("en");
        var page = Show(await OpenAsync(thirdParties: false));

        Assert.Empty(page.FindAll("form"));
        Assert.Equal("Time left out of the term", page.Words("h1"));
    }

    private string Hour => system.Clock.Now.ToVietnam().ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private void Begin(string field, string value, params (string Field, string Value)[] others)
    {
        Type(field, value);
        foreach (var (name, typed) in others)
            Type(name, typed);
    }

    private async Task<Guid> OpenAsync(bool thirdParties = true)
    {
        var id = await system.FileAsync(of: thirdParties ? FakeCatalogue.WithThirdParties : null);
        await system.AcceptAsync(id);
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));
        return id;
    }

    private IRenderedComponent<TimeOutsPage> Show(Guid id, string query = "") => Open<TimeOutsPage>(Officer, DeskUrls.TimeOuts(id) + query, p => p.Add(x => x.Id, id));
}
