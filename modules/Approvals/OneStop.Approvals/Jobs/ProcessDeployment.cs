using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Approvals.Features.DeployProcesses;
using OneStop.Kernel.Requests;

namespace OneStop.Approvals.Jobs;

/// <summary>Deploys the shipped processes when a node starts, so that an upgrade brings its new versions with it.</summary>
internal sealed class ProcessDeployment(ISystemDispatcher dispatcher, ILogger<ProcessDeployment> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var deployed = await dispatcher.Send(new DeployProcessesCommand(), stoppingToken);
            if (deployed.IsFailure)
                logger.LogError("Processes were not deployed: {Code} {Details}", deployed.Error.Code, deployed.Error.Args);
            else if (deployed.Value > 0)
                logger.LogInformation("{Count} process versions deployed", deployed.Value);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Without its processes the node still serves everything else; an operator sees this line and the waiting events.
            logger.LogError(exception, "Processes were not deployed");
        }
    }
}
