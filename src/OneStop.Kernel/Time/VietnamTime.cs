namespace OneStop.Kernel.Time;

/// <summary>The civil time of Việt Nam (UTC+7, no summer time). Stored times are UTC; this is for days, office hours and what people read.</summary>
public static class VietnamTime
{
    /// <summary>The zone Asia/Ho_Chi_Minh.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), "Việt Nam", "Việt Nam");

    /// <summary>The same instant with the offset of Việt Nam.</summary>
    public static DateTimeOffset ToVietnam(this DateTimeOffset instant) => instant.ToOffset(Zone.BaseUtcOffset);

    /// <summary>The day in Việt Nam at that instant.</summary>
    public static DateOnly VietnamDate(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToVietnam().DateTime);

    /// <summary>The instant, in UTC, of a civil time in Việt Nam.</summary>
    public static DateTimeOffset FromVietnam(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), Zone.BaseUtcOffset).ToUniversalTime();
}
