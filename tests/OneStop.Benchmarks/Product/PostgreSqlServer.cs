using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OneStop.Benchmarks.Product;

// The server named in ONESTOP_TEST_POSTGRES, or one of our own that lives as long as the run. Its settings are those a server is installed with:
// a figure with fsync off would flatter whoever commits more often.
internal sealed class PostgreSqlServer(string? folder, string? control) : IAsyncDisposable
{
    private const string Variable = "ONESTOP_TEST_POSTGRES";

    public static async Task<PostgreSqlServer?> StartAsync(string work)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
            return new PostgreSqlServer(null, null);

        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "pg_ctl")))
            : null;
        if (bin is null)
            return null;

        var data = Path.Combine(work, "postgres");
        Directory.CreateDirectory(data);
        if (Environment.UserName == "root")
            await Tools.RunAsync("chown", "/", "postgres", data);
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        await AsOwnerAsync(Path.Combine(bin, "initdb"), "-D", data, "-U", "onestop", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await AsOwnerAsync(
            Path.Combine(bin, "pg_ctl"), "-D", data, "-w", "-s", "-l", Path.Combine(data, "server.log"),
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -c max_locks_per_transaction=256", "start");
        Environment.SetEnvironmentVariable(Variable, $"Host=127.0.0.1;Port={port};Username=onestop");
        return new PostgreSqlServer(data, Path.Combine(bin, "pg_ctl"));
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
            await AsOwnerAsync(control!, "-D", folder, "-m", "immediate", "-s", "stop");
    }

    private static Task<string> AsOwnerAsync(string command, params string[] arguments) => Environment.UserName == "root"
        ? Tools.RunAsync("runuser", "/", ["-u", "postgres", "--", command, .. arguments])
        : Tools.RunAsync(command, "/", arguments);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
