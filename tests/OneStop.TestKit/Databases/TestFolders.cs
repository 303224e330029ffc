namespace OneStop.TestKit.Databases;

internal static class TestFolders
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), $"onestop-tests-{Environment.UserName}");

    public static string Templates { get; } = Directory.CreateDirectory(Path.Combine(Root, "templates")).FullName;

    public static string New(string purpose) => Directory.CreateDirectory(Path.Combine(Root, $"{purpose}-{Guid.NewGuid():N}")).FullName;
}
