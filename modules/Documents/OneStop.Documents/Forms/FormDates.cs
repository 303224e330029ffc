namespace OneStop.Documents.Forms;

/// <summary>Dates in words as NĐ 30/2020 wants them: days below 10 and the months 1 and 2 with a leading zero, so that nobody can add a digit.</summary>
internal static class FormDates
{
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    public static string Date(FormTexts texts, DateTimeOffset moment)
    {
        var local = moment.ToOffset(VietnamOffset);
        return texts["Date.Day", Day(local), Month(local), local.Year];
    }

    public static string Moment(FormTexts texts, DateTimeOffset moment)
    {
        var local = moment.ToOffset(VietnamOffset);
        return texts["Date.Moment", local.Hour.ToString("00", texts.Culture), local.Minute.ToString("00", texts.Culture), Date(texts, moment)];
    }

    /// <summary>To the second and with the zone, as a digital signature shows it (NĐ 30/2020, Annex I).</summary>
    public static string Signed(DateTimeOffset moment) =>
        moment.ToOffset(VietnamOffset).ToString("dd/MM/yyyy HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset local) => local.Day.ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    private static string Month(DateTimeOffset local) =>
        local.Month.ToString(local.Month < 3 ? "00" : "0", System.Globalization.CultureInfo.InvariantCulture);
}
