using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Time;

namespace OneStop.UI;

// A moment for people and for programs. Digits alone, so that nothing needs encoding.
internal static class MomentMarkup
{
    public static MarkupString Of(DateTimeOffset moment, bool clockOnly = false)
    {
        var here = moment.ToVietnam();
        var text = clockOnly ? MomentText.Clock(moment) : MomentText.DateAndTime(moment);
        return new MarkupString(string.Create(CultureInfo.InvariantCulture, $"<time datetime=\"{here:yyyy-MM-dd'T'HH:mmzzz}\">{text}</time>"));
    }
}
