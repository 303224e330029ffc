namespace OneStop.Approvals.Simulation;

internal enum ArrivalSource
{
    /// <summary>The dossiers of a past period, at their own times.</summary>
    Past,

    /// <summary>So many a working day, each like one of the last that came.</summary>
    Mix,
}

/// <summary>What somebody wants to see. What is not changed is taken as it is today.</summary>
internal sealed record SimulationRequest
{
    public ArrivalSource Source { get; init; }

    public DateOnly From { get; init; }

    /// <summary>Last day of a past period.</summary>
    public DateOnly To { get; init; }

    /// <summary>Dossiers for each hundred that came.</summary>
    public int Percent { get; init; } = 100;

    public int PerDay { get; init; }

    /// <summary>Working days of a mix.</summary>
    public int Days { get; init; }

    public int OnlinePercent { get; init; }

    /// <summary>People in each unit, by <see cref="StepPost.Key"/>.</summary>
    public IReadOnlyDictionary<string, int> People { get; init; } = new Dictionary<string, int>();

    /// <summary>Working minutes of a step, by element.</summary>
    public IReadOnlyDictionary<string, int> Minutes { get; init; } = new Dictionary<string, int>();

    /// <summary>Dossiers in a hundred that are asked for a supplement at each step that may ask; null as in the past.</summary>
    public int? SupplementPercent { get; init; }

    /// <summary>Days until the applicant answers; null as in the past.</summary>
    public int? SupplementDays { get; init; }

    /// <summary>Office hours of a working day, as <see cref="OfficeHours"/> reads them.</summary>
    public string? Hours { get; init; }

    /// <summary>Saturday mornings are worked.</summary>
    public bool Saturday { get; init; }

    public IReadOnlyList<DateOnly> DaysOff { get; init; } = [];

    /// <summary>Answers that decide the way, where the past does not tell them.</summary>
    public IReadOnlyList<StatedFact> Facts { get; init; } = [];

    public int Seed { get; init; } = 1;

    public bool ChangesCalendar => Hours is not null || Saturday || DaysOff.Count > 0;
}

/// <summary>One value of a variable and how often it comes, beside the other values of the same name.</summary>
internal sealed record StatedFact(string Name, string Value, int Weight)
{
    /// <summary>Lines of <c>name = value : weight</c>; the number of the first line that is none of it, or 0.</summary>
    public static int TryRead(string? text, out IReadOnlyList<StatedFact> facts)
    {
        var found = new List<StatedFact>();
        facts = found;
        var lines = (text ?? "").Split('\n', StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            var (equals, colon) = (lines[i].IndexOf('=', StringComparison.Ordinal), lines[i].LastIndexOf(':'));
            var weight = 100;
            if (equals < 1 || (colon > equals && !int.TryParse(lines[i][(colon + 1)..].Trim().TrimEnd('%'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out weight)) || weight > 10_000)
                return i + 1;
            found.Add(new StatedFact(lines[i][..equals].Trim(), (colon > equals ? lines[i][(equals + 1)..colon] : lines[i][(equals + 1)..]).Trim(), weight));
        }

        return 0;
    }
}
