using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace OneStop.TestKit.Hosts;

// The product as a visitor meets it: the built host in a process of its own, on a free port and a seeded database, in Development.
public partial class HostProcess : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly TestSystem database;
    private readonly StringBuilder output = new();
    private Process? process;

    public HostProcess() => database = new SeededDatabase(Seed);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public TestSystem Database => database;

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    protected virtual TestSeed Seed => TestSeed.Past;

    // Bytes that no file of this host may pass; null for what the disk holds.
    protected virtual long? LargestFile(TestSystem on) => null;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        // The address is told beforehand, because letters and QR codes carry it.
        var address = $"http://127.0.0.1:{FreePort()}";
        var assembly = RepositoryRoot.File("src", "OneStop.Web", "bin", Configuration, "net10.0", "OneStop.Web.dll");
        // The limit counts blocks of 1,024 bytes; what is over it is refused like on a full disk instead of ending the process.
        var (program, arguments) = LargestFile(database) is { } largest
            ? ("bash", new[] { "-c", string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {largest / 1024}; exec dotnet '{assembly}'") })
            : ("dotnet", [assembly]);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Urls"] = address, ["ASPNETCORE_URLS"] = address, ["Public__Address"] = address,
                ["Database__Provider"] = database.Provider, ["ConnectionStrings__OneStop"] = database.ConnectionString, ["Files__Root"] = database.FilesFolder,
                ["Security__FieldKey"] = TestSystem.FieldKey, ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };
        // The runtime keeps what it compiles in a file of memory that would meet the limit too.
        if (program == "bash")
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, e) => Take(e.Data, listening);
        process.ErrorDataReceived += (_, e) => Take(e.Data, listening);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The host stopped before it listened.\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await listening.Task.WaitAsync(Patience);
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await database.DisposeAsync();
    }

    // The configuration this test assembly was built in: the host beside it was built in the same one.
    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Take(string? line, TaskCompletionSource<Uri> listening)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match)
            listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://[^\s""]+)")]
    private static partial Regex Listening();

    private sealed class SeededDatabase(TestSeed seed) : TestSystem
    {
        protected override TestSeed Seed => seed;
    }
}
