using Microsoft.AspNetCore.Components;

namespace OneStop.UI;

// A plain star in a ring, for the band of the State.
internal static class EmblemMarkup
{
    public static readonly MarkupString Star = new(
        """
        <svg class="os-emblem" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r="23" class="os-emblem__field" />
        <circle cx="24" cy="24" r="20" class="os-emblem__ring" />
        <path class="os-emblem__star" d="M24 9.5l3.26 10.02h10.54l-8.53 6.2 3.26 10.03L24 29.55l-8.53 6.2 3.26-10.03-8.53-6.2h10.54z" />
        </svg>
        """);
}
