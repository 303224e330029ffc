using System.Text.RegularExpressions;
using Xunit;

namespace OneStop.ArchitectureTests;

public sealed partial class FileTests
{
    private const int MostLines = 400;

    [Fact]
    public void Files_StayShort() =>
        Rule.Holds(SourceTree.Code.Where(f => f.Lines.Length > MostLines).Select(f => $"{f.Path}: {f.Lines.Length} lines"));

    [Fact]
    public void Files_HideNothingInRegionsAndLeaveNoOpenEnds() =>
        Rule.Holds(from file in SourceTree.Product
                     from line in file.Lines
                     where line.Contains("#region", StringComparison.Ordinal) || OpenEnd().IsMatch(line)
                     select $"{file.Path}: {line.Trim()}");

    [Fact]
    public void Tests_NeverWaitByTheClock() =>
        Rule.Holds(from file in SourceTree.Code
                     where file.Path.StartsWith("tests/", StringComparison.Ordinal) && file.Path.Contains("Tests/", StringComparison.Ordinal)
                     from line in file.Lines
                     where SleepCall().IsMatch(line)
                     select $"{file.Path}: {line.Trim()}");

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\((?!Timeout\.)|WaitForTimeoutAsync\(")]
    private static partial Regex SleepCall();
}
