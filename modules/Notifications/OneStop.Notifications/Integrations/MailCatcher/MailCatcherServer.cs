using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OneStop.Notifications.Integrations.MailCatcher;

/// <summary>A mail server for this machine only: takes every message and delivers none, so that a demo cannot write to real people.</summary>
internal sealed class MailCatcherServer(
    TestMailbox mailbox, IOptions<MailCatcherOptions> options, IHostEnvironment environment, TimeProvider time, ILogger<MailCatcherServer> logger) : BackgroundService
{
    private TcpListener? listener;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return Task.CompletedTask;
        }

        listener = Listen(options.Value.Port);
        mailbox.Open(((IPEndPoint)listener.LocalEndpoint).Port);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        mailbox.Close();
        listener?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener!.AcceptTcpClientAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException exception)
            {
                logger.LogWarning(exception, "The test mail server could not accept a connection");
            }
        }
    }

    private TcpListener Listen(int port)
    {
        var wanted = new TcpListener(IPAddress.Loopback, port);
        try
        {
            wanted.Start();
            return wanted;
        }
        catch (SocketException) when (port != 0)
        {
            wanted.Dispose();
            logger.LogWarning("Port {Port} of the test mail server is taken; another one is used", port);
            return Listen(0);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                using var session = new SmtpSession(client.GetStream(), mailbox, time);
                await session.RunAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The sender went away or the host stops; a half message is no message.
            }
        }
    }
}
