using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Kernel.Jobs;
using Xunit;

namespace OneStop.Kernel.Tests.Jobs;

public sealed class PatientWorkerTests
{
    [Fact]
    public async Task Worker_BeginsAfterTheFirstAnswer_AndEndsWithTheHost()
    {
        await using var services = new ServiceCollection().AddWorker<Clerk>().BuildServiceProvider();
        var host = Assert.Single(services.GetServices<IHostedService>());
        var (clerk, answer) = (services.GetRequiredService<Clerk>(), services.GetRequiredService<FirstAnswer>());

        await host.StartAsync(CancellationToken.None);
        Assert.Null(clerk.ExecuteTask);

        await answer.GiveAsync();
        await clerk.Begun.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await host.StopAsync(CancellationToken.None);
        Assert.True(clerk.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task Worker_WhenNobodyAsks_BeginsAllTheSame()
    {
        await using var services = new ServiceCollection().AddWorker<Clerk>().BuildServiceProvider();
        var host = services.GetRequiredService<IHostedService>();

        await host.StartAsync(CancellationToken.None);
        await services.GetRequiredService<Clerk>().Begun.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await host.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Worker_WhenTheHostStopsBeforeAnyAnswer_NeverBegins()
    {
        await using var services = new ServiceCollection().AddWorker<Clerk>().BuildServiceProvider();
        var host = services.GetRequiredService<IHostedService>();

        await host.StartAsync(CancellationToken.None);
        await host.StopAsync(CancellationToken.None);

        Assert.Null(services.GetRequiredService<Clerk>().ExecuteTask);
    }

    private sealed class Clerk : BackgroundService
    {
        public TaskCompletionSource Begun { get; } = new();

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken);
        }
    }
}
