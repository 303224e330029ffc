using Xunit;

namespace OneStop.ArchitectureTests;

internal static class Rule
{
    // Names everything that breaks the rule, not only the first few.
    public static void Holds(IEnumerable<string?> broken)
    {
        var all = broken.Distinct().ToArray();
        if (all.Length > 0)
            Assert.Fail($"{all.Length} break this rule:\n{string.Join('\n', all)}");
    }
}
