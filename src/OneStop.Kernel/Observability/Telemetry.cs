using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OneStop.Kernel.Observability;

/// <summary>The product's trace source and meter; names are stable.</summary>
public static class Telemetry
{
    /// <summary>Name of the trace source and of the meter.</summary>
    public const string Name = "OneStop";

    /// <summary>Traces: a span for each request sent and each event delivered.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Meter to add instruments to.</summary>
    public static Meter Meter { get; } = new(Name);

    internal static Histogram<double> Requests { get; } = Meter.CreateHistogram<double>("onestop.requests", "ms", "Time of each request through the pipeline");

    internal static Counter<long> Deliveries { get; } = Meter.CreateCounter<long>("onestop.events.delivered", "{event}", "Events delivered from the outbox");

    internal static Counter<long> DeadEvents { get; } = Meter.CreateCounter<long>("onestop.events.dead", "{event}", "Events given up until an operator looks");
}
