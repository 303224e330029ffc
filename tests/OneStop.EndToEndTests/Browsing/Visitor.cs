using System.Globalization;
using Microsoft.Playwright;
using OneStop.TestKit;
using Xunit;

namespace OneStop.EndToEndTests.Browsing;

// One person at one browser. Remembers what the browser complained about, and looks at every page with axe.
public sealed class Visitor : IAsyncDisposable
{
    public const string Password = "OneStop#2026";

    // Marks the heading the server has written: a live page puts its own in that one's place once it is connected, and hears nobody before.
    internal const string MarkWritten = "addEventListener('DOMContentLoaded', () => document.querySelectorAll('main h1').forEach(h => h.written = true))";

    internal static readonly bool TakesPictures = Environment.GetEnvironmentVariable("ONESTOP_SCREENS") == "1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Lazy<string> AxeSource = new(() => File.ReadAllText(RepositoryRoot.File("node_modules", "axe-core", "axe.min.js")));
    private readonly bool script;
    private readonly List<string> complaints = [];

    internal Visitor(IPage page, bool script)
    {
        Page = page;
        this.script = script;
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                complaints.Add($"{page.Url}: {message.Text}");
        };
    }

    public IPage Page { get; }

    public void HasNoComplaint() => Assert.True(complaints.Count == 0, string.Join('\n', complaints));

    public async Task<IResponse> GoAsync(string address)
    {
        var response = await Page.GotoAsync(address);
        await SettleAsync();
        return response!;
    }

    // Opens a page of the staff and waits until it is connected.
    public async Task GoLiveAsync(string address)
    {
        await GoAsync(address);
        await Page.WaitForFunctionAsync("() => [...document.querySelectorAll('main h1')].some(h => !h.written)");
    }

    public async Task SignInAsync(string account)
    {
        await GoAsync("/dang-nhap");
        await Page.Locator("[name='Input.Name']").FillAsync(account);
        await Page.Locator("[name='Input.Password']").FillAsync(Password);
        await PressAsync("form.os-form button[type=submit]");
        Assert.False(Page.Url.Contains("/dang-nhap", StringComparison.Ordinal), $"{account} could not sign in: {await ProblemsAsync()}");
    }

    // Presses what leads to another page, and waits for it.
    public Task PressAsync(string selector) => PressAsync(Page.Locator(selector).First);

    // A new document has no such mark, and enhanced navigation takes away what the new page does not have.
    public async Task PressAsync(ILocator button)
    {
        await Page.Locator("html").EvaluateAsync("html => html.setAttribute('data-left', '')");
        await button.ClickAsync();
        await Page.Locator("html:not([data-left])").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await SettleAsync();
    }

    // Waits for the letter in the test mailbox and opens it: mail leaves from the outbox a moment later.
    public async Task OpenMailAsync(string email)
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            await GoAsync("/hom-thu-thu-nghiem");
            var letter = Page.Locator("main tr, main li, main article").Filter(new LocatorFilterOptions { HasText = email }).Locator("a").First;
            if (await letter.CountAsync() > 0)
            {
                await PressAsync(letter);
                return;
            }
        }

        Assert.Fail($"No letter to {email} came.");
    }

    public Task<string> HeadingAsync() => Page.Locator("h1").First.InnerTextAsync();

    // What the page says is wrong, as a person reads it.
    public async Task<string> ProblemsAsync()
    {
        var summary = Page.Locator(".os-error-summary");
        return await summary.CountAsync() == 0 ? "" : await summary.First.InnerTextAsync();
    }

    // WCAG 2.2 A and AA and axe's best practices on what is shown now, and nothing wider than the screen.
    public async Task LookForBarriersAsync()
    {
        if (!script)
            return;
        await Page.EvaluateAsync(AxeSource.Value).WaitAsync(Patience);
        // Without preload: it makes styles of its own, which the content policy refuses, and serves one rule only, the locked orientation.
        var found = await Page.EvaluateAsync<string[]>(
            "async () => (await axe.run({ preload: false })).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary ?? ''}`))").WaitAsync(Patience);
        Assert.True(found.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{Page.Url} has {found.Length} barriers:\n{string.Join('\n', found)}"));
        var wide = await Page.EvaluateAsync<string[]>(
            """
            () => {
                const root = document.documentElement;
                return root.scrollWidth <= root.clientWidth ? [] : [`${root.scrollWidth} of ${root.clientWidth} px`,
                    ...[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth).map(e => e.cloneNode().outerHTML)];
            }
            """);
        Assert.True(wide.Length == 0, $"{Page.Url} is wider than the screen:\n{string.Join('\n', wide.Take(30))}");
    }

    // The pictures of docs/screens, on a phone and on a desk; taken only when asked for, so that a test run changes no file.
    public async Task PictureAsync(string name)
    {
        if (!TakesPictures)
            return;
        var before = Page.ViewportSize!;
        var folder = Directory.CreateDirectory(RepositoryRoot.File("docs", "screens")).FullName;
        foreach (var (width, height) in new[] { (360, 800), (1440, 900) })
        {
            await Page.SetViewportSizeAsync(width, height);
            await Page.EvaluateAsync("() => scrollTo(0, 0)");
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{width}.png"));
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, Animations = ScreenshotAnimations.Disabled });
        }

        await Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    // Fills in what is still empty on the form, the way a person without special wishes would.
    public async Task FillRestAsync(IReadOnlyDictionary<string, string> wishes)
    {
        var groups = await Page.Locator("main form.os-form input[type=radio]").EvaluateAllAsync<string[]>("all => [...new Set(all.map(i => i.name))]");
        foreach (var group in groups)
        {
            var radios = Page.Locator($"main input[type=radio][name='{group}']");
            if (await radios.EvaluateAllAsync<bool>("all => all.some(i => i.checked)"))
                continue;
            var wish = wishes.FirstOrDefault(w => group.Contains(w.Key, StringComparison.Ordinal)).Value;
            await (wish is null ? radios.First : Page.Locator($"main input[type=radio][name='{group}'][value='{wish}']")).CheckAsync();
        }

        var selects = await Page.Locator("main form.os-form select").AllAsync();
        foreach (var select in selects)
        {
            if (await select.InputValueAsync() == "")
                await select.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }

        foreach (var field in await Page.Locator("main form.os-form input:is([type=text],[type=tel],[type=email],:not([type])), main form.os-form textarea").AllAsync())
        {
            var name = await field.GetAttributeAsync("name") ?? "";
            var wish = wishes.FirstOrDefault(w => name.Contains(w.Key, StringComparison.Ordinal)).Value;
            if (await field.IsVisibleAsync() && await field.IsEnabledAsync() && (wish is not null || (await field.InputValueAsync() == "" && await field.GetAttributeAsync("aria-required") == "true")))
                await field.FillAsync(wish ?? (await field.GetAttributeAsync("inputmode") == "numeric" ? "2" : "Theo giấy tờ kèm theo"));
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    // Without a script of its own a page runs no waiting of the driver either, but answers a question.
    private async Task AskUntilCompleteAsync()
    {
        while (await Page.EvaluateAsync<string>("() => document.readyState") != "complete")
        {
        }
    }

    private async Task SettleAsync()
    {
        // The page is asked itself: the driver may miss the event of a document that was there before it looked.
        await AskUntilCompleteAsync().WaitAsync(Patience);
        await Page.Locator("h1").First.WaitForAsync();
        // Enhanced navigation puts the new page in place after the answer has come; two frames later it is drawn.
        if (script)
            await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))").WaitAsync(Patience);
    }
}
