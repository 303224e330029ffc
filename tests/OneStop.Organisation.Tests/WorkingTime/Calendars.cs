using OneStop.Organisation.Domain.WorkingTime;

namespace OneStop.Organisation.Tests.WorkingTime;

internal static class Calendars
{
    public static readonly SpecialDay[] Table =
    [
        SpecialDay.FromTable(new DateOnly(2025, 1, 1), "Tết Dương lịch", "le"),
        SpecialDay.FromTable(new DateOnly(2025, 12, 31), "Ngày nghỉ cuối năm", "hoan_doi"),
        SpecialDay.FromTable(new DateOnly(2026, 1, 1), "Tết Dương lịch", "le"),
        SpecialDay.FromTable(new DateOnly(2026, 1, 2), "Hoán đổi ngày làm việc", "hoan_doi"),
        SpecialDay.FromTable(new DateOnly(2026, 1, 10), "Làm bù cho 02/01/2026", "lam_bu"),
        SpecialDay.FromTable(new DateOnly(2026, 2, 16), "Tết Âm lịch", "le"),
        SpecialDay.FromTable(new DateOnly(2026, 2, 17), "Tết Âm lịch", "le"),
        SpecialDay.FromTable(new DateOnly(2026, 2, 18), "Tết Âm lịch", "le"),
        SpecialDay.FromTable(new DateOnly(2026, 2, 19), "Tết Âm lịch", "le"),
        SpecialDay.FromTable(new DateOnly(2026, 2, 20), "Tết Âm lịch", "le"),
        SpecialDay.FromTable(new DateOnly(2026, 4, 27), "Nghỉ bù Giỗ Tổ Hùng Vương", "nghi_bu"),
        SpecialDay.FromTable(new DateOnly(2026, 4, 30), "Ngày Chiến thắng", "le"),
        SpecialDay.FromTable(new DateOnly(2026, 5, 1), "Ngày Quốc tế lao động", "le"),
    ];

    public static WeeklyHours SaturdayMornings { get; } = WeeklyHours.Default with
    {
        Exceptions = new Dictionary<DayOfWeek, DaySchedule>
        {
            [DayOfWeek.Saturday] = new(new Session(new TimeOnly(8, 0), new TimeOnly(12, 0))),
            [DayOfWeek.Sunday] = DaySchedule.Closed,
        },
    };

    public static CalendarDefinition Definition(WeeklyHours? hours = null) =>
        CalendarDefinition.ForTable("test", [hours ?? WeeklyHours.Default], Table);

    public static WorkingCalendar Default { get; } = WorkingCalendar.Build(Definition()).Value;

    public static WorkingCalendar WithSaturdayMornings { get; } = WorkingCalendar.Build(Definition(SaturdayMornings)).Value;

    public static DateTimeOffset Vietnam(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
