using System.Globalization;
using OneStop.Kernel.Time;

namespace OneStop.Documents.Forms;

/// <summary>Dates in words as NĐ 30/2020 wants them: days below 10 and the months 1 and 2 with a leading zero, so that nobody can add a digit.</summary>
internal static class FormDates
{
    public static string Date(FormTexts texts, DateTimeOffset moment) =>
        Date(texts, moment.VietnamDate());

    public static string Date(FormTexts texts, DateOnly day) =>
        texts["Date.Day", Day(day), Month(day), day.Year];

    /// <summary>At the beginning of a sentence.</summary>
    public static string Sentence(FormTexts texts, DateTimeOffset moment)
    {
        var date = Date(texts, moment);
        return texts.Upper(date[..1]) + date[1..];
    }

    /// <summary>In a narrow column: the day, the hour below.</summary>
    public static string? Short(DateTimeOffset? moment) => moment?.ToVietnam().ToString("dd/MM/yyyy\nHH:mm", CultureInfo.InvariantCulture);

    public static string Moment(FormTexts texts, DateTimeOffset moment)
    {
        var local = moment.ToVietnam();
        return texts["Date.Moment", local.Hour.ToString("00", texts.Culture), local.Minute.ToString("00", texts.Culture), Date(texts, moment)];
    }

    /// <summary>To the second and with the zone, as a digital signature shows it (NĐ 30/2020, Annex I).</summary>
    public static string Signed(DateTimeOffset moment) =>
        moment.ToVietnam().ToString("dd/MM/yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.Day.ToString("00", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) =>
        day.Month.ToString(day.Month < 3 ? "00" : "0", CultureInfo.InvariantCulture);
}
