using Microsoft.Playwright;
using OneStop.TestKit;
using OneStop.TestKit.Hosts;
using Xunit;

namespace OneStop.EndToEndTests.Browsing;

// The running product and a browser beside it, shared by all journeys: seeding a city takes longer than walking through it.
public sealed class Product : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly HostProcess host = new();
    private readonly Dictionary<string, string> signedIn = new(StringComparer.Ordinal);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address => host.Address;

    public string Output => host.Output;

    public TestSystem Database => host.Database;

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = Flags });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await host.DisposeAsync();
    }

    // Somebody at a browser of their own. Whoever has signed in before keeps the cookie, as people do.
    public async Task<Visitor> VisitAsync(string? account = null, bool script = true, int width = 1280)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(), Locale = "vi-VN", TimezoneId = "Asia/Ho_Chi_Minh", JavaScriptEnabled = script, ReducedMotion = ReducedMotion.Reduce,
            // The browser driver hides the caret of a picture with a style the content policy would refuse.
            BypassCSP = Visitor.TakesPictures,
            ViewportSize = new ViewportSize { Width = width, Height = 900 }, StorageState = account is null ? null : signedIn.GetValueOrDefault(account),
        });
        context.SetDefaultTimeout(30_000);
        await context.AddInitScriptAsync(Visitor.MarkWritten);
        var visitor = new Visitor(await context.NewPageAsync(), script);
        if (account is not null && !signedIn.ContainsKey(account))
        {
            await visitor.SignInAsync(account);
            signedIn[account] = await context.StorageStateAsync();
        }

        return visitor;
    }

    private static string Chromium()
    {
        string[] places = [Environment.GetEnvironmentVariable("CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        return places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("No Chromium: install the package chromium, or name the program in CHROMIUM.");
    }
}

[CollectionDefinition(Name)]
public sealed class ProductCollection : ICollectionFixture<Product>
{
    public const string Name = "The running product";
}
