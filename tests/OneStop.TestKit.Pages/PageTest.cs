using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Forms.Mapping;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.TestKit.Time;
using OneStop.UI;

namespace OneStop.TestKit.Pages;

// Renders a page as its reader sees it, with the texts, rules and database of the system behind it. In Vietnamese unless Speak says otherwise.
public abstract class PageTest : BunitContext
{
    private readonly AsyncServiceScope scope;
    private readonly IDisposable culture = TestCulture.Use("vi-VN");
    private readonly PostedForm posted = new();
    private readonly DefaultHttpContext http = new();

    // Pages wait for a real database on a machine that may be busy; what comes sooner ends the wait.
    static PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    protected PageTest(TestSystem system)
    {
        scope = system.Services.CreateAsyncScope();
        Dispatcher = new PageDispatcher(system.Services.GetRequiredService<ISystemDispatcher>());
        Services.AddSingleton<IDispatcher>(Dispatcher).AddSingleton<TimeProvider>(system.Clock);
        Services.AddSingleton<IShell, PageShell>().AddSingleton<IOfficeTime, RoundTheClock>().AddSingleton<VisitorFrames>();
        Services.AddSingleton<IFormValueMapper>(posted).AddSupplyValueFromFormProvider();
        Services.AddCascadingValue<HttpContext>(_ => http);
        Services.AddSingleton<AntiforgeryStateProvider, PageToken>();
        Services.AddFallbackServiceProvider(scope.ServiceProvider);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected PageDispatcher Dispatcher { get; }

    protected string Address => new Uri(Services.GetRequiredService<NavigationManager>().Uri).PathAndQuery;

    protected static void Speak(string language) => TestCulture.Use(language);

    // Opens the page at an address, query included.
    protected IRenderedComponent<TPage> Open<TPage>(Caller reader, string address, Action<ComponentParameterCollectionBuilder<TPage>>? route = null)
        where TPage : IComponent
    {
        Dispatcher.Reader = reader;
        // Staff pages are alive; pages of the public neither ask nor care.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<TPage>(route ?? (_ => { }));
    }

    // What a plain form posts: the page is made anew with it, then its form is handled.
    protected void Type(string field, string value)
    {
        posted.Values[field] = value;
        http.Request.Method = "POST";
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = posted.Fields;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        culture.Dispose();
        scope.Dispose();
    }
}

public static class RenderedPage
{
    // Words as a reader meets them, one space between them.
    public static string Words(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Words<TPage>(this IRenderedComponent<TPage> page, string selector)
        where TPage : IComponent => page.Find(selector).Words();

    public static string[] AllWords<TPage>(this IRenderedComponent<TPage> page, string selector)
        where TPage : IComponent => [.. page.FindAll(selector).Select(e => e.Words())];

    // The button or link with these words, or words that begin so.
    public static IElement Press<TPage>(this IRenderedComponent<TPage> page, string words)
        where TPage : IComponent
    {
        page.WaitForState(() => Find() is not null);
        return Find()!;

        IElement? Find() => page.FindAll("button, a").FirstOrDefault(e => e.Words().StartsWith(words, StringComparison.Ordinal));
    }
}
