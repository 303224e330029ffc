namespace OneStop.Approvals.Engine.Execution;

/// <summary>Why a token stands still until an operator mends it.</summary>
internal static class Incidents
{
    public const string NoWayOut = "incident.no_way_out";
    public const string ExpressionFailed = "incident.expression_failed";
    public const string EndlessLoop = "incident.endless_loop";
    public const string BadTimer = "incident.bad_timer";
    public const string BadLoop = "incident.bad_loop";
    public const string UncaughtError = "incident.uncaught_error";
    public const string UnknownProcess = "incident.unknown_process";
    public const string NoRule = "incident.no_rule";
}
