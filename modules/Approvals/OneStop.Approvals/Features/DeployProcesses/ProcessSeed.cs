using OneStop.Kernel.Modules;
using OneStop.Kernel.Requests;

namespace OneStop.Approvals.Features.DeployProcesses;

internal sealed class ProcessSeed(ISystemDispatcher dispatcher) : IDemoSeed
{
    public int Order => 400;

    public async Task SeedAsync(SeedOptions options, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken)
    {
        progress.Report(("Processes", 0));
        var deployed = await dispatcher.Send(new DeployProcessesCommand(), cancellationToken);
        if (deployed.IsFailure)
            throw new InvalidOperationException($"{deployed.Error.Code}: {string.Join(' ', deployed.Error.Args ?? [])}");
        progress.Report(("Processes", 1));
    }
}
