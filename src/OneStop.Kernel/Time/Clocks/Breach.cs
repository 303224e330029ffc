namespace OneStop.Kernel.Time.Clocks;

/// <summary>Time that one step used, as its row tells.</summary>
/// <param name="TaskId">The step's task.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="AgencyId">Agency that had it.</param>
/// <param name="AgencyName">Name of the agency.</param>
/// <param name="DepartmentName">Department, or null.</param>
/// <param name="EnteredAt">When the step began.</param>
/// <param name="CompletedAt">When it ended; null while open.</param>
/// <param name="AllowedMinutes">Office minutes it may take; null when it has no term of its own.</param>
/// <param name="UsedMinutes">Office minutes it has taken so far.</param>
public sealed record StepUse(
    Guid TaskId, string StepName, Guid AgencyId, string AgencyName, string? DepartmentName, DateTimeOffset EnteredAt, DateTimeOffset? CompletedAt,
    int? AllowedMinutes, int UsedMinutes)
{
    /// <summary>Office minutes beyond what it may take.</summary>
    public int OverMinutes => AllowedMinutes is { } allowed ? Math.Max(0, UsedMinutes - allowed) : 0;
}

/// <summary>Who used the time when a dossier became late.</summary>
/// <param name="Responsible">The step that overran most; when none did, the one that had the dossier at the due date.</param>
/// <param name="HeldAtDue">The step that had the dossier at the due date; null when none had.</param>
/// <param name="Overruns">Every step that overran, the longest first.</param>
public sealed record Breach(StepUse? Responsible, StepUse? HeldAtDue, IReadOnlyList<StepUse> Overruns)
{
    /// <summary>Attributes a breach.</summary>
    public static Breach Of(IReadOnlyList<StepUse> steps, DateTimeOffset legalDue)
    {
        var held = steps.Where(s => s.EnteredAt <= legalDue && (s.CompletedAt is not { } done || done > legalDue)).MaxBy(s => s.EnteredAt)
            ?? steps.Where(s => s.EnteredAt <= legalDue).MaxBy(s => s.EnteredAt);
        var overruns = steps.Where(s => s.OverMinutes > 0).OrderByDescending(s => s.OverMinutes).ThenBy(s => s.EnteredAt).ToArray();
        return new Breach(overruns.FirstOrDefault() ?? held, held, overruns);
    }
}
