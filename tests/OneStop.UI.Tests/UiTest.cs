using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.UI.Tests;

/// <summary>Renders components in Vietnamese, at 09:00 on 23/11/2026 in Hà Nội, for a signed-in clerk.</summary>
public abstract class UiTest : BunitContext
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    protected UiTest()
    {
        Speak("vi");
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(new FixedClock(Now));
        Services.AddSingleton<IShell>(Shell);
        Services.AddSingleton<IOfficeTime>(new RoundTheClock());
        Services.AddSingleton<VisitorFrames>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected StubShell Shell { get; } = new();

    protected static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    // Every minute is an office minute.
    private sealed class RoundTheClock : IOfficeTime
    {
        public ValueTask<int> MinutesBetweenAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to) => ValueTask.FromResult((int)(to - from).TotalMinutes);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
