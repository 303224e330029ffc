using System.Text.Json;
using Bunit;
using OneStop.Approvals.Features.ReadFigures;
using OneStop.Approvals.Tests.Office;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

/// <summary>The picture of a process by lateness or by time; what colours say stands in words beside it.</summary>
public sealed class FiguresPageTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Picture_IsColouredByLatenessOrByTime()
    {
        var version = await DoneStepsAsync();

        var late = Marks(Open<ReadFiguresPage>(TestCallers.ProcessAdmin(), $"/quan-tri/quy-trinh/so-lieu?phien-ban={version}"));
        var page = Open<ReadFiguresPage>(TestCallers.ProcessAdmin(), $"/quan-tri/quy-trinh/so-lieu?phien-ban={version}&mau=thoi-gian");
        var slow = Marks(page);

        Assert.Equal(["done", "late"], late.Values.Distinct().Order());
        Assert.Equal("heat4", slow.MaxBy(m => m.Value).Value);
        Assert.All(slow.Values, tone => Assert.StartsWith("heat", tone, StringComparison.Ordinal));
        Assert.Equal(4, page.FindAll(".os-legend li").Count);
        Assert.Equal("thoi-gian", page.Find("select[name=mau] option[selected]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("den=31/31/2026", "den")]
    [InlineData("tu=hôm qua", "tu")]
    [InlineData("tu=02/03/2026&den=01/03/2026", "den")]
    public async Task Period_ThatIsNone_IsNamedAtItsField(string period, string field)
    {
        var page = Open<ReadFiguresPage>(TestCallers.ProcessAdmin(), $"/quan-tri/quy-trinh/so-lieu?phien-ban={await DoneStepsAsync()}&{period}");

        Assert.Equal("true", page.Find($"[name={field}]").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll(".os-diagram"));
    }

    private static Dictionary<string, string> Marks(IRenderedComponent<ReadFiguresPage> page)
    {
        page.WaitForElement("[data-marks]");
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(page.Find("[data-marks]").GetAttribute("data-marks")!)!
            .ToDictionary(m => m.Key, m => m.Value.GetProperty("tone").GetString()!);
    }

    // One step in time, the next far too late.
    private async Task<Guid> DoneStepsAsync()
    {
        var dossier = await office.AcceptAsync();
        foreach (var wait in new[] { TimeSpan.FromMinutes(30), TimeSpan.FromDays(30) })
        {
            office.Clock.Advance(wait);
            Assert.True((await office.CompleteAsync(await office.OpenTaskAsync(dossier))).IsSuccess);
        }

        return (await office.TasksAsync(dossier))[0].ProcessVersionId;
    }
}
