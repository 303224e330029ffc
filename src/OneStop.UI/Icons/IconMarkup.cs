using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace OneStop.UI;

/// <summary>Icons as ready markup, for the components of this library: a page shows dozens, and a component for each costs more than all the rest of it.</summary>
internal static class IconMarkup
{
    private static readonly ConcurrentDictionary<(IconName Name, string? Class), MarkupString> Kept = new();

    public static MarkupString? Of(IconName name, string? extra = null) => name == IconName.None ? null : Kept.GetOrAdd((name, extra), static key => new MarkupString(
        $"<svg class=\"{(key.Class is null ? "os-icon" : $"os-icon {key.Class}")}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{IconShapes.Of(key.Name)}</svg>"));
}
