namespace OneStop.Approvals.Engine.Execution;

/// <summary>What an expression may ask about the loop it stands in; the names of the standard and the short ones many modellers use.</summary>
internal static class LoopNames
{
    public const string Counter = "loopCounter";

    public static bool TryGet(LoopState loop, string name, out object? value)
    {
        decimal? number = name switch
        {
            Counter => loop.Started,
            "numberOfInstances" or "nrOfInstances" => loop.Total,
            "numberOfActiveInstances" or "nrOfActiveInstances" => loop.Started - loop.Completed - loop.Terminated,
            "numberOfCompletedInstances" or "nrOfCompletedInstances" => loop.Completed,
            "numberOfTerminatedInstances" => loop.Terminated,
            _ => null,
        };
        value = number;
        return number is not null;
    }
}
