namespace OneStop.Approvals.Simulation;

/// <summary>What is kept of a run: the process that was tried, and beside it the one in force with today's people and hours.</summary>
internal sealed record SimulationOutcome(SimulationSide Tried, SimulationSide? Beside, double Seconds);

/// <summary>One side: the report with posts put together by kind, and the units that stand out.</summary>
internal sealed record SimulationSide(SimulationReport Report, IReadOnlyList<PostKind> Kinds)
{
    private const int MostUnits = 20;

    public static SimulationSide Of(SimulationReport report)
    {
        var kinds = report.Posts.GroupBy(post => (post.Level, post.Role, post.Field)).Select(group => new PostKind(
            group.Key.Level, group.Key.Role, group.Key.Field, group.Count(), group.Sum(post => post.People),
            group.Sum(post => post.People) is > 0 and var people ? group.Sum(post => post.Load * post.People) / people : 0, group.Max(post => post.Load),
            group.Count(post => post.Load > PostReport.Overloaded), group.Count(post => post.People > 0 && post.Load < PostReport.Idle), group.Max(post => post.LongestQueue)));
        PostReport[] shown = [.. report.Posts.Take(MostUnits), .. report.Posts.Skip(MostUnits).TakeLast(MostUnits)];
        return new SimulationSide(report with { Posts = shown }, [.. kinds.OrderByDescending(kind => kind.MostLoad)]);
    }
}

/// <summary>All posts of a level and role: how many units and people, how loaded in the middle and at the worst.</summary>
internal sealed record PostKind(string Level, string Role, string? Field, int Units, int People, double Load, double MostLoad, int Overloaded, int Idle, int LongestQueue);
