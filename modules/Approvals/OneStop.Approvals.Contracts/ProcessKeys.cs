namespace OneStop.Approvals.Contracts;

/// <summary>Keys of the processes that ship with the product.</summary>
public static class ProcessKeys
{
    /// <summary>The default process of a level, for procedures without one of their own.</summary>
    /// <param name="level">Code of Organisation's <c>Levels</c>.</param>
    public static string DefaultOf(string level) => $"default-{level}";

    /// <summary>Key of a procedure's own process: its national code, for example <c>1.001776</c>.</summary>
    /// <param name="procedureCode">National code.</param>
    public static string OwnOf(string procedureCode) => procedureCode;

    /// <summary>National codes of the procedures that have a process of their own.</summary>
    public static IReadOnlyList<string> WithOwnProcess { get; } =
    [
        "1.001193", "1.001612", "1.001776", "1.013170", "1.013225", "1.013831", "2.000635", "2.000815", "3.000333", "3.000347",
    ];
}
