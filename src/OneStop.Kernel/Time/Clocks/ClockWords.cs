using System.Globalization;
using Microsoft.Extensions.Localization;
using OneStop.Kernel.Resources;

namespace OneStop.Kernel.Time.Clocks;

/// <summary>Says an explanation in the reader's language.</summary>
public sealed class ClockWords(IStringLocalizer<KernelTexts> texts)
{
    private const int MinutesADay = DueClasses.MinutesADay;

    /// <summary>The lines as sentences, in order.</summary>
    public IReadOnlyList<string> Say(IEnumerable<ExplanationLine> lines) => [.. lines.Select(Say)];

    /// <summary>One line as a sentence.</summary>
    public string Say(ExplanationLine line)
    {
        var sentence = texts[$"Clock.{KeyOf(line)}", Moment(line.At), Moment(line.Until), Moment(line.Due), Day(line.Day), line.Name ?? "", TermOf(line), Span(line.Minutes), GroundOf(line)].Value;
        return line.LegalGround is null && line.Document is null
            ? sentence
            : texts["Clock.WithGround", sentence, string.Join("; ", new[] { line.LegalGround, line.Document }.Where(t => !string.IsNullOrWhiteSpace(t)))];
    }

    /// <summary>A term in words: 15 ngày làm việc.</summary>
    public string Say(Term term) => term.IsSameDay ? texts["Clock.TermSameDay"] : texts[term.Amount == 1 ? $"Clock.Unit.{term.Unit}.One" : $"Clock.Unit.{term.Unit}", term.Amount];

    /// <summary>A ground in words: chờ bổ sung hồ sơ.</summary>
    public string Say(ClockGround ground) => texts[$"Clock.Ground.{ground}"];

    /// <summary>A class in words: quá hạn.</summary>
    public string Say(DueClass dueClass) => texts[$"Clock.Class.{dueClass}"];

    /// <summary>Office time in days of eight hours: 2 ngày 3 giờ.</summary>
    public string Span(int? officeMinutes)
    {
        if (officeMinutes is not { } all)
            return "";

        var (days, rest) = Math.DivRem(Math.Abs(all), MinutesADay);
        var (hours, minutes) = Math.DivRem(rest, 60);
        var parts = new List<string>(3);
        Add("Day", days);
        Add("Hour", hours);
        if (minutes > 0 || parts.Count == 0)
            parts.Add(texts[minutes == 1 ? "Clock.Span.Minute" : "Clock.Span.Minutes", minutes]);
        return string.Join(' ', parts);

        void Add(string unit, int count)
        {
            if (count > 0)
                parts.Add(texts[count == 1 ? $"Clock.Span.{unit}" : $"Clock.Span.{unit}s", count]);
        }
    }

    private static string KeyOf(ExplanationLine line) => line.Kind switch
    {
        LineKind.DayOff or LineKind.LastDayMoved when line.Name is null => $"{line.Kind}.Plain",
        LineKind.WaitingSince when line is { Amount: not null, Until: not null } => "WaitingSince.ToLimit",
        LineKind.WeeklyRest when line.Amount == 1 => "WeeklyRest.One",
        _ => line.Kind.ToString(),
    };

    private string TermOf(ExplanationLine line) => line switch
    {
        { Amount: { } amount, Unit: { } unit } => Say(new Term(amount, unit)),
        { Amount: { } amount } => amount.ToString("0.##", CultureInfo.CurrentCulture),
        _ => "",
    };

    private string GroundOf(ExplanationLine line) => line switch
    {
        { Ground: { } ground, Name: { } party } => texts["Clock.GroundOf", Say(ground), party],
        { Ground: { } ground } => Say(ground),
        _ => "",
    };

    private string Moment(DateTimeOffset? at) => at is { } instant ? instant.ToVietnam().ToString("HH:mm dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) : "";

    private static string Day(DateOnly? day) => day?.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) ?? "";
}
