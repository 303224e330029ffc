using Bunit;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Features.ChangeCalendar;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Organisation.Tests.Pages;

// Calendars are made, assigned and edited on one page with four forms: a mistake in one is told in that one, and nothing typed is lost.
public sealed class CalendarsPageTests(StaffedProvince system) : PageTest(system), IClassFixture<StaffedProvince>
{
    private const int DayForm = 0;
    private const int WeekForm = 1;
    private const int CreateForm = 2;
    private const int AssignForm = 3;

    [Fact]
    public void Day_WithMistakes_NamesThemAtItsFieldsAloneAndKeepsWhatWasTyped()
    {
        Fill("Day", (nameof(CalendarInput.Deed), CalendarDeeds.Add), ("Date", "32/13/2026"), ("Name", "Nghỉ bão"), ("Kind", DayKinds.PartOfDay), ("Hours", "sáng"), ("Ground", "Bão số 1"), ("Document", ""));
        var page = Show();

        page.FindAll("form")[DayForm].Submit();

        page.WaitForAssertion(() => Assert.Equal(["#f-Day-Date", "#f-Day-Hours", "#f-Day-Document"], Problems(page)));
        Assert.Equal(("32/13/2026", "sáng", "Bão số 1"), (Typed(page, "Day.Date"), Typed(page, "Day.Hours"), Typed(page, "Day.Ground")));
        Assert.Empty(page.FindAll("form")[WeekForm].QuerySelectorAll(".os-error-summary, [aria-invalid=true]"));
    }

    // As the reader meets them: whoever mends the first and goes on never has to look back.
    [Theory]
    [InlineData(WeekForm, "Week", CalendarDeeds.Hours, new[] { "Calendar", "Date", "Monday", "Friday", "Ground", "Document" })]
    [InlineData(CreateForm, "Create", CalendarDeeds.Create, new[] { "Name", "Calendar", "Ground", "Document" })]
    [InlineData(AssignForm, "Assign", CalendarDeeds.Assign, new[] { "Agency", "Calendar", "Ground", "Document" })]
    public void Form_WithEverythingWrong_TellsItInTheOrderOfItsFields(int form, string name, string deed, string[] fields)
    {
        Fill(name, ("Deed", deed), ("Calendar", "không có"), ("Date", "32/13/2026"), ("Monday", "sáng"), ("Friday", "chiều"), ("Agency", "Sở Không Có"));
        var page = Show();

        page.FindAll("form")[form].Submit();

        page.WaitForAssertion(() => Assert.Equal(fields.Select(f => $"#f-{name}-{f}"), Problems(page)));
    }

    [Fact]
    public void Week_WithoutAWorkingDay_IsRefusedAtMonday()
    {
        Fill("Week", ("Deed", CalendarDeeds.Hours), ("Calendar", OfficeCalendar.Standard), ("Date", Future), ("Ground", "Thử"), ("Document", "12/QĐ-UBND"));
        var page = Show();

        page.FindAll("form")[WeekForm].Submit();

        page.WaitForAssertion(() => Assert.Equal(["#f-Week-Monday"], Problems(page)));
        Assert.Equal((Future, "12/QĐ-UBND"), (Typed(page, "Week.Date"), Typed(page, "Week.Document")));
    }

    [Fact]
    public void Week_WithHoursThatOverlap_IsRefusedAtTheirDay()
    {
        Fill("Week", ("Deed", CalendarDeeds.Hours), ("Calendar", OfficeCalendar.Standard), ("Date", Future), ("Monday", "08:00-12:00"), ("Friday", "08:00-12:00, 11:00-17:00"), ("Ground", "Thử"), ("Document", "12/QĐ-UBND"));
        var page = Show();

        page.FindAll("form")[WeekForm].Submit();

        page.WaitForAssertion(() => Assert.Equal(["#f-Week-Friday"], Problems(page)));
        Assert.Equal(("08:00-12:00", "08:00-12:00, 11:00-17:00"), (Typed(page, "Week.Monday"), Typed(page, "Week.Friday")));
    }

    [Fact]
    public void Create_WithoutAName_IsRefusedAtTheFieldInTheReadersLanguage()
    {
        Speak("en");
        Fill("Create", ("Deed", CalendarDeeds.Create), ("Name", " "), ("Calendar", OfficeCalendar.Standard), ("Ground", "Pilot"), ("Document", "12/QĐ-UBND"));
        var page = Show();

        page.FindAll("form")[CreateForm].Submit();

        page.WaitForAssertion(() => Assert.Equal(["#f-Create-Name"], Problems(page)));
        Assert.Equal("Pilot", Typed(page, "Create.Ground"));
        Assert.DoesNotContain(page.AllWords(".os-field-error"), w => w.Contains("Hãy", StringComparison.Ordinal));
    }

    [Fact]
    public void Assign_ToAnUnknownAgency_IsRefusedAtTheField()
    {
        Fill("Assign", ("Deed", CalendarDeeds.Assign), ("Agency", "Sở Không Có"), ("Calendar", OfficeCalendar.Standard), ("Ground", "Thí điểm"), ("Document", "12/QĐ-UBND"));
        var page = Show();

        page.FindAll("form")[AssignForm].Submit();

        page.WaitForAssertion(() => Assert.Equal(["#f-Assign-Agency"], Problems(page)));
        Assert.Equal("Sở Không Có", Typed(page, "Assign.Agency"));
    }

    [Fact]
    public void Create_IsShownFirstAndMadeOnlyWhenItIsConfirmed()
    {
        (string, string)[] typed = [("Deed", CalendarDeeds.Create), ("Name", "Lịch của Sở Xây dựng"), ("Calendar", OfficeCalendar.Standard), ("Ground", "Thí điểm"), ("Document", "12/QĐ-UBND")];
        Fill("Create", typed);
        var page = Show();

        page.FindAll("form")[CreateForm].Submit();

        page.WaitForAssertion(() => Assert.Contains("Lịch của Sở Xây dựng", page.Words("[role=status]"), StringComparison.Ordinal));
        Assert.Equal("Lịch của Sở Xây dựng", page.Find("input[name='Confirmed.Name']").GetAttribute("value"));
        Assert.DoesNotContain(page.AllWords(".os-list li"), w => w.StartsWith("Lịch của Sở Xây dựng", StringComparison.Ordinal));

        Fill("Confirmed", typed);
        var again = Show();
        again.FindAll("form")[0].Submit();
        again.WaitForAssertion(() => Assert.Contains(again.AllWords(".os-list li"), w => w.StartsWith("Lịch của Sở Xây dựng: 0 cơ quan", StringComparison.Ordinal)));
        Assert.StartsWith("Đã lưu thay đổi", again.Words("[role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public void Day_ChosenFromTheList_IsFilledInForChangeAndAskedOnlyForItsGroundWhenRemoved()
    {
        var change = Show("?ngay=30/04/2026&viec=change&nam=2026");
        Assert.Equal("30/04/2026", Typed(change, "Day.NewDate"));
        Assert.Contains("Sửa ngày 30/04/2026", change.AllWords("h2"));

        var remove = Show("?ngay=30/04/2026&viec=remove&nam=2026");
        Assert.Empty(remove.FindAll("input[name='Day.Name']"));
        Assert.NotNull(remove.Find("input[name='Day.Ground']"));
    }

    private string Future => system.Clock.Now.AddDays(400).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private void Fill(string form, params (string Field, string Value)[] typed)
    {
        foreach (var (field, value) in typed)
            Type($"{form}.{field}", value);
    }

    private static string[] Problems(IRenderedComponent<CalendarsPage> page) =>
        [.. page.FindAll(".os-error-summary a").Select(a => a.GetAttribute("href")!).Select(h => h[h.IndexOf('#', StringComparison.Ordinal)..])];

    private static string? Typed(IRenderedComponent<CalendarsPage> page, string field) => page.Find($"input[name='{field}']").GetAttribute("value");

    private IRenderedComponent<CalendarsPage> Show(string query = "") => Open<CalendarsPage>(TestCallers.ProcessAdmin(), OrganisationUrls.Calendars + query);
}
