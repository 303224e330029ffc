using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using OneStop.Benchmarks.Load;

namespace OneStop.Benchmarks.Product;

// A server in a process of its own on a free port of the loopback address. Disposing ends it.
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly StringBuilder output = new();

    private ServerProcess(Process process) => this.process = process;

    public int Port { get; private set; }

    // From the start of the process until its first page has been read whole.
    public TimeSpan FirstPageAfter { get; private set; }

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024.0);
        }
    }

    public static async Task<ServerProcess> StartAsync(
        string assembly, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string? firstPage)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly)!, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        // The quiet of the host in this process is not for those that are measured.
        start.Environment.Remove(Bench.QuietVariable);
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        var server = new ServerProcess(new Process { StartInfo = start }) { Port = port };
        var watch = Stopwatch.StartNew();
        server.process.OutputDataReceived += (_, e) => server.Take(e.Data);
        server.process.ErrorDataReceived += (_, e) => server.Take(e.Data);
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            await server.WaitAsync(firstPage, watch);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        server.FirstPageAfter = watch.Elapsed;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task WaitAsync(string? firstPage, Stopwatch watch)
    {
        while (watch.Elapsed < Patience)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server stopped before it listened.\n{Said}");
            try
            {
                using var connection = await HttpConnection.OpenAsync(Port);
                if (firstPage is null)
                    return;
                var answer = await connection.GetAsync(firstPage, keepBody: true);
                if (answer.Status == 200)
                    return;
                throw new InvalidOperationException($"{firstPage} answered {answer.Status}.\n{Said}");
            }
            catch (SocketException)
            {
                await Task.Delay(5);
            }
        }

        throw new TimeoutException($"The server did not listen in time.\n{Said}");
    }

    private string Said
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
