using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OneStop.Kernel.Resources;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using Xunit;

namespace OneStop.Kernel.Tests.Time;

public sealed class ClockWordsTests : IDisposable
{
    private static readonly ClockPlan Five = new(ClockKind.Dossier, new Term(5, TermUnit.WorkingDays));
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public void Dispose()
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (before, before);
        services.Dispose();
    }

    [Fact]
    public void Explanation_InVietnamese_SaysWhyLineByLine() => Assert.Equal(
        [
            "Tiếp nhận lúc 17:30 12/02/2026.",
            "Tiếp nhận sau giờ làm việc nên tính từ 08:00 13/02/2026.",
            "Thời hạn giải quyết: 5 ngày làm việc, ngày đầu tiên là ngày sau ngày tiếp nhận (Điều 147 Bộ luật Dân sự).",
            "Không tính 4 ngày nghỉ hằng tuần.",
            "Không tính ngày 16/02/2026: Tết Âm lịch Bính Ngọ.",
            "Không tính ngày 17/02/2026: Tết Âm lịch Bính Ngọ.",
            "Không tính ngày 18/02/2026: Tết Âm lịch Bính Ngọ.",
            "Không tính ngày 19/02/2026: Tết Âm lịch Bính Ngọ.",
            "Không tính ngày 20/02/2026: Tết Âm lịch Bính Ngọ.",
            "Hẹn trả lần đầu: 08:00 27/02/2026.",
            "Không tính thời gian từ 10:00 24/02/2026 đến 11:30 25/02/2026 (chờ bổ sung hồ sơ): 1 ngày 1 giờ 30 phút làm việc. Hạn mới: 09:30 02/03/2026. Căn cứ: Nghị định 118/2025/NĐ-CP; Mẫu 02 số 1.",
        ],
        Say("vi", new Received(Calendars.Vietnam("2026-02-12 17:30")),
            new IntervalOpened(Calendars.Vietnam("2026-02-24 10:00"), ClockGround.Supplement, "Nghị định 118/2025/NĐ-CP", "Mẫu 02 số 1"),
            new IntervalClosed(Calendars.Vietnam("2026-02-25 11:30"), ClockGround.Supplement)));

    [Fact]
    public void Explanation_InEnglish_SaysTheSame() => Assert.Equal(
        [
            "Received at 10:00 09/01/2026.",
            "Legal term: 5 working days; day one is the day after receipt (Civil Code, article 147).",
            "1 day of weekly rest is left out.",
            "10/01/2026 counts: Làm bù cho 02/01/2026.",
            "First appointment: 10:00 15/01/2026.",
            "The clock has been stopped since 10:00 12/01/2026 (field check). Ground: NĐ 44/2026; CV 5.",
        ],
        Say("en", new Received(Calendars.Vietnam("2026-01-09 10:00")), new IntervalOpened(Calendars.Vietnam("2026-01-12 10:00"), ClockGround.FieldCheck, "NĐ 44/2026", "CV 5")));

    // Every kind, ground, class and unit has words in both languages, and no place in a sentence is left unfilled.
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void EveryFact_HasWords(string culture)
    {
        Use(culture);
        var words = Words;
        var full = new ExplanationLine(LineKind.Due)
        {
            At = Calendars.Vietnam("2026-03-02 10:00"), Until = Calendars.Vietnam("2026-03-03 10:00"), Due = Calendars.Vietnam("2026-03-04 10:00"), Day = new DateOnly(2026, 3, 5),
            Name = "15:00", Amount = 3, Unit = TermUnit.WorkingDays, Minutes = 510, Ground = ClockGround.Opinion,
        };

        Assert.All(Enum.GetValues<LineKind>(), kind => Assert.EndsWith(".", words.Say(full with { Kind = kind })));
        Assert.All(Enum.GetValues<ClockGround>(), ground => Assert.DoesNotContain("Clock.", words.Say(full with { Kind = LineKind.LeftOut, Ground = ground })));
        Assert.All(Enum.GetValues<DueClass>(), dueClass => Assert.DoesNotContain("Clock.", words.Say(dueClass)));
        Assert.All(Enum.GetValues<TermUnit>(), unit => Assert.StartsWith(1.5m.ToString(CultureInfo.CurrentCulture), words.Say(new Term(1.5m, unit))));
        Assert.DoesNotContain("Clock.", words.Say(new Term(0, TermUnit.WorkingDays)));
        Assert.All(Enum.GetValues<LineKind>(), kind => Assert.DoesNotContain("Clock.", words.Say(new ExplanationLine(kind))));
    }

    [Theory]
    [InlineData("vi", 1, "1 ngày làm việc")]
    [InlineData("en", 1, "1 working day")]
    [InlineData("en", 2, "2 working days")]
    public void Term_OfOne_IsNotSaidAsMany(string culture, int days, string expected)
    {
        Use(culture);

        Assert.Equal(expected, Words.Say(new Term(days, TermUnit.WorkingDays)));
    }

    private ClockWords Words => new(services.GetRequiredService<IStringLocalizer<KernelTexts>>());

    private IReadOnlyList<string> Say(string culture, params ClockEvent[] events)
    {
        Use(culture);
        return Words.Say(LegalClock.Read(Calendars.Of("hn"), Five, events, events[^1].At).Value.Lines);
    }

    private static void Use(string culture) => (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (new CultureInfo(culture), new CultureInfo(culture));
}
