using System.Globalization;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Runtime;

/// <summary>A moment as people read it in Vietnam.</summary>
internal static class Moments
{
    public static string Write(DateTimeOffset at) => at.ToVietnam().ToString("HH:mm dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
