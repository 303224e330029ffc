using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace OneStop.UI;

/// <summary>
/// What stands around the pages of visitors who are not signed in, drawn once and kept as markup: drawn anew it costs as much as many a page within it.
/// It depends on language, display and place in the menu; the address of the page, for the ways back to it, is put in each time.
/// </summary>
public sealed class VisitorFrames(ILoggerFactory loggers)
{
    // Survives being written into an address, so that both forms are found again.
    private const string Mark = "?~trang-nay~";
    private readonly ConcurrentDictionary<Place, VisitorFrame> kept = new();
    private string[]? menu;

    internal VisitorFrame Of(IServiceProvider services, IShell shell, NavigationManager page)
    {
        // One menu for all who are not signed in.
        menu ??= [.. shell.Menu(ShellRoom.Citizen).Select(item => item.Url)];
        var path = page.Path();
        // A page that stands for all that look alike from around: the two with a search of their own, and what is under an entry of the menu or under none.
        var place = new Place(CultureInfo.CurrentUICulture.Name, shell.Display, path == "/" || path == shell.Addresses.Search ? path : $"{Array.Find(menu, page.IsUnder)}/-");
        return kept.GetOrAdd(place, _ => Draw(services, place.Path));
    }

    private VisitorFrame Draw(IServiceProvider services, string path)
    {
        var address = path + Mark;
        using var renderer = new HtmlRenderer(new Standing(services, address), loggers);
        return renderer.Dispatcher.InvokeAsync(async () => new VisitorFrame(await CutAsync<CitizenBand>(renderer, address), await CutAsync<SiteFooter>(renderer, address))).GetAwaiter().GetResult();
    }

    private static async Task<CutMarkup> CutAsync<TComponent>(HtmlRenderer renderer, string address)
        where TComponent : IComponent => new((await renderer.RenderComponentAsync<TComponent>()).ToHtmlString(), address);

    private sealed record Place(string Language, DisplayPreferences Display, string Path);

    // The services of the request, at an address that stands for all.
    private sealed class Standing(IServiceProvider services, string address) : IServiceProvider
    {
        private readonly Here here = new(address);

        public object? GetService(Type serviceType) => serviceType == typeof(NavigationManager) ? here : services.GetService(serviceType);
    }

    private sealed class Here : NavigationManager
    {
        public Here(string address) => Initialize("https://onestop.invalid/", $"https://onestop.invalid{address}");
    }
}

internal sealed record VisitorFrame(CutMarkup Band, CutMarkup Footer);

// Markup, cut where the address of the page belongs: as it is, or escaped to be part of another address.
internal sealed class CutMarkup
{
    private readonly string[][] pieces;

    public CutMarkup(string html, string address) => pieces = [.. html.Split(Uri.EscapeDataString(address)).Select(piece => piece.Split(address))];

    public MarkupString At(string address)
    {
        var plain = HtmlEncoder.Default.Encode(address);
        return new MarkupString(string.Join(Uri.EscapeDataString(address), pieces.Select(piece => string.Join(plain, piece))));
    }
}
