using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Simulation;

/// <summary>A step of a dossier from its opening to its closing.</summary>
internal sealed class OpenStep
{
    public required int Dossier { get; init; }

    public required int Token { get; init; }

    public required FlowNode Node { get; init; }

    /// <summary>Null when it waits for somebody outside.</summary>
    public PostQueue? Post { get; init; }

    public DateTimeOffset Entered { get; init; }

    public DateTimeOffset? Due { get; set; }

    public int? AllowedMinutes { get; init; }

    public TimeSpan Work { get; init; }

    public DateTimeOffset? Begun { get; set; }

    public bool IsClosed { get; set; }

    /// <summary>When the applicant was asked; while the answer has not come, the step is nobody's.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    public bool WaitsForAnswer { get; set; }

    /// <summary>Working minutes until the answer, which are nobody's time, and those worked before asking.</summary>
    public double PausedMinutes { get; set; }

    public double WorkedBefore { get; init; }
}

/// <summary>The people of a post and what waits for them, due first as in their inbox.</summary>
internal sealed class PostQueue(PostPlan plan)
{
    private readonly PriorityQueue<OpenStep, (long Due, long Number)> waiting = new();
    private long number;
    private int free = plan.People;
    private int length;

    public PostPlan Plan => plan;

    public int Longest { get; private set; }

    public TimeSpan Waited { get; set; }

    public TimeSpan Busy { get; set; }

    public int Done { get; set; }

    public void Add(OpenStep step)
    {
        waiting.Enqueue(step, ((step.Due ?? DateTimeOffset.MaxValue).UtcTicks, number++));
        Longest = Math.Max(Longest, ++length);
    }

    /// <summary>The next step for somebody who is free; null when nobody is or nothing waits.</summary>
    public OpenStep? Take()
    {
        while (free > 0 && waiting.TryDequeue(out var step, out _))
        {
            // What was taken away while it waited is still in the queue.
            if (step.IsClosed)
                continue;
            free--;
            length--;
            return step;
        }

        return null;
    }

    public void Release() => free++;

    public void Leave() => length--;
}
