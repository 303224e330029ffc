using System.Diagnostics;
using OneStop.TestKit;
using Xunit;

namespace OneStop.IntegrationTests;

// What an operator reads when the product cannot start: one line that says what to mend, and no trace.
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-start").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Serve_WhenTheDatabaseHasNoSchema_SaysWhichVerbToRun()
    {
        var (code, errors) = await RunAsync($"Data Source={folder}/empty.db", "Production");

        Assert.Equal(1, code);
        Assert.Contains("run the verb migrate", Assert.Single(errors), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "empty.db")), "Looking at the database made one.");
    }

    [Fact]
    public async Task Serve_WhenASettingIsMissing_NamesIt()
    {
        var (code, errors) = await RunAsync($"Data Source={folder}/empty.db", "Production", ("Security__FieldKey", ""));

        Assert.Equal(1, code);
        Assert.Contains("Security:FieldKey", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_WhenTheDatabaseCannotBeOpened_SaysSoInOneLine()
    {
        var (code, errors) = await RunAsync($"Data Source={folder}", "Production", verb: "migrate");

        Assert.Equal(1, code);
        Assert.StartsWith("OneStop cannot migrate. The database named in ConnectionStrings:OneStop refuses", Assert.Single(errors), StringComparison.Ordinal);
    }

    private Task<(int Code, string[] Errors)> RunAsync(string connection, string environment, (string Name, string Value) setting) =>
        RunAsync(connection, environment, null, setting);

    private async Task<(int Code, string[] Errors)> RunAsync(string connection, string environment, string? verb = null, (string Name, string Value)? setting = null)
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var assembly = RepositoryRoot.File("src", "OneStop.Web", "bin", configuration, "net10.0", "OneStop.Web.dll");
        var start = new ProcessStartInfo("dotnet", verb is null ? [assembly] : [assembly, verb])
        {
            WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment, ["Urls"] = "http://127.0.0.1:0", ["Public__Address"] = "https://onestop.example",
                ["Database__Provider"] = "Sqlite", ["ConnectionStrings__OneStop"] = connection, ["Files__Root"] = folder, ["Security__FieldKey"] = Convert.ToBase64String(new byte[32]),
                ["Notifications__Smtp__Host"] = "127.0.0.1", ["Notifications__Smtp__From"] = "onestop@onestop.example",
                ["Documents__Signing__CertificatePath"] = Path.Combine(folder, "signing.p12"), ["Documents__Signing__Password"] = "secret",
            },
        };
        if (setting is { } changed)
            start.Environment[changed.Name] = changed.Value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
