using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneStop.UI.Tests;

public sealed class ActionTests : UiTest
{
    [Fact]
    public void ConfirmPanel_OnAnInteractivePage_TakesTheReasonAndConfirms()
    {
        string? reason = null;
        var confirmed = false;
        var panel = Render<ConfirmPanel>(p => p
            .Add(c => c.Title, "Từ chối hồ sơ").Add(c => c.ConfirmText, "Từ chối").Add(c => c.Tone, Tone.Late).Add(c => c.ReasonName, "Reason")
            .Add(c => c.ReasonChanged, changed => reason = changed).Add(c => c.OnConfirm, () => confirmed = true));

        panel.Find("textarea").Change("Không thuộc thẩm quyền");
        panel.Find("button").Click();

        Assert.Equal("Không thuộc thẩm quyền", reason);
        Assert.True(confirmed);
        Assert.Contains("os-button--danger", panel.Find("button").ClassList);
    }

    [Fact]
    public void ConfirmPanel_InAPlainForm_SubmitsUnderItsName()
    {
        var panel = Render<ConfirmPanel>(p => p.Add(c => c.Title, "Rút hồ sơ").Add(c => c.ConfirmText, "Rút").Add(c => c.SubmitName, "Deed").Add(c => c.SubmitValue, "withdraw").Add(c => c.CancelUrl, "/ho-so/1"));

        var button = panel.Find("button");
        Assert.Equal(("submit", "Deed", "withdraw"), (button.GetAttribute("type"), button.GetAttribute("name"), button.GetAttribute("value")));
        Assert.Equal("/ho-so/1", panel.Find("a").GetAttribute("href"));
        Assert.Empty(panel.FindAll("textarea"));
        // It listens to no circuit, so it never waits for one: on a static page it would stay disabled.
        Assert.Throws<MissingEventHandlerException>(() => button.Click());
    }

    [Fact]
    public void Pager_AtTheEnd_OffersNothingMore()
    {
        Assert.Equal("/ds?sau=abc", Render<Pager>(p => p.Add(x => x.NextUrl, "/ds?sau=abc")).Find("a[rel=next]").GetAttribute("href"));
        Assert.Empty(Render<Pager>(p => p.Add(x => x.Shown, 3)).FindAll("a, button"));
    }

    [Fact]
    public void Tabs_CountedPastTenThousand_StopCounting()
    {
        var tabs = Render<Tabs>(p => p.Add(t => t.Label, "Việc").Add(t => t.Items, [new("Của tôi", "/a", true, 4), new("Đơn vị", "/b", false, 12_800)]));

        Assert.Equal(["4", "10.000+"], tabs.FindAll(".os-count").Select(count => count.TextContent));
        Assert.Equal("/a", tabs.Find("[aria-current=page]").GetAttribute("href"));
    }

    [Fact]
    public void FilterChips_EachChip_IsALinkThatRemovesIt()
    {
        var chips = Render<FilterChips>(p => p.Add(c => c.Items, [new("Quá hạn", "/ds?don-vi=1"), new("Đơn vị 1", "/ds?han=qua")]).Add(c => c.ClearUrl, "/ds"));

        Assert.Equal("Bỏ bộ lọc: Quá hạn", chips.Find("a").GetAttribute("aria-label"));
        Assert.Equal(["/ds?don-vi=1", "/ds?han=qua", "/ds"], chips.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void FileUpload_WithStoredFiles_CanRemoveEachWithoutScripts()
    {
        var upload = Render<FileUpload>(p => p
            .Add(u => u.Name, "File").Add(u => u.Label, "Giấy chứng sinh").Add(u => u.UploadUrl, "/tep/1")
            .Add(u => u.Files, [new("9", "giay.pdf", 2_400_000, "/tep/9", "/tep/9/xoa"), new("8", "hong.exe", 10, Problem: "Không phải PDF.")]));

        Assert.Equal("/tep/9/xoa", upload.Find("li button").GetAttribute("formaction"));
        Assert.Contains("2,3 MB · Đã nhận", upload.Find(".os-file__state").TextContent, StringComparison.Ordinal);
        Assert.Contains("Không phải PDF.", upload.Find(".os-file--failed").TextContent, StringComparison.Ordinal);
        Assert.Contains("Mỗi tệp tối đa 200 MB.", upload.Find(".os-hint").TextContent, StringComparison.Ordinal);
        Assert.Equal("/tep/1", upload.Find("noscript button").GetAttribute("formaction"));
    }

    [Fact]
    public async Task Button_BeforeThePageIsConnected_CannotBePressedInVain()
    {
        await using var server = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var drawn = await server.Dispatcher.InvokeAsync(async () => (await server.RenderComponentAsync<Button>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["ChildContent"] = (RenderFragment)(b => b.AddContent(0, "Duyệt")), ["OnClick"] = EventCallback.Factory.Create<MouseEventArgs>(this, () => { }),
        }))).ToHtmlString());

        var live = Render<Button>(p => p.AddChildContent("Duyệt").Add(b => b.OnClick, () => { }));
        var form = Render<Button>(p => p.AddChildContent("Gửi"));

        Assert.Contains("disabled", drawn, StringComparison.Ordinal);
        Assert.False(live.Find("button").HasAttribute("disabled"));
        Assert.False(form.Find("button").HasAttribute("disabled"));
    }
}
