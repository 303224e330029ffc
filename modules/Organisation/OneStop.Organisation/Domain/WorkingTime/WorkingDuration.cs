namespace OneStop.Organisation.Domain.WorkingTime;

// Working time told in days of eight hours, as the forms and the officials count it.
internal readonly record struct WorkingDuration(TimeSpan Time)
{
    public static readonly TimeSpan Day = TimeSpan.FromHours(8);

    public bool IsNegative => Time < TimeSpan.Zero;

    public int Days => (int)(Time.Duration().Ticks / Day.Ticks);

    public int Hours => (int)(Time.Duration().Ticks % Day.Ticks / TimeSpan.TicksPerHour);

    public int Minutes => Time.Duration().Minutes;
}
