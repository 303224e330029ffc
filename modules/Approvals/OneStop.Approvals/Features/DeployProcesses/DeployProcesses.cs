using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.DeployProcesses;

/// <summary>Deploys the files that ship with the product. A file that has not changed gives no new version.</summary>
[Requires(Permissions.SystemOnly)]
internal sealed record DeployProcessesCommand : ICommand<int>;

internal sealed class DeployProcessesHandler(ApprovalsDbContext context, ProcessStarts starts, IDatabase database, TimeProvider time) : IHandler<DeployProcessesCommand, int>
{
    /// <summary>What ships with the product is in force from the start: dossiers may be accepted with any date.</summary>
    private static readonly DateOnly Always = new(2018, 6, 21);

    public async Task<Result<int>> Handle(DeployProcessesCommand request, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, "approvals:deploy", cancellationToken);
        var versions = (await context.ProcessVersions.Select(v => new { v.Key, v.Number, v.Sha256, v.PublishedByName }).ToListAsync(cancellationToken)).ToLookup(v => v.Key, StringComparer.Ordinal);
        var deployed = 0;
        foreach (var file in ProcessFiles.All)
        {
            var compiled = BpmnCompiler.Compile(file.Xml);
            var problems = compiled.IsDeployable ? DeploymentRules.Check(compiled.Processes[0]) : compiled.Problems;
            if (problems.Count > 0)
                return Error.RuleBroken(ApprovalErrors.NotDeployable, file.Name, problems[0].ElementId, problems[0].Code, problems[0].Detail);

            var process = compiled.Processes[0];
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Xml)));
            var known = versions[process.Key].ToList();
            // What the city has published itself is left aside: it stands above what ships, by its date.
            if (known.Where(v => v.PublishedByName is null).MaxBy(v => v.Number)?.Sha256 == hash)
                continue;
            var now = time.GetUtcNow();
            var version = new ProcessVersion
            {
                Id = EntityId.New(now),
                Key = process.Key,
                Number = known.Select(v => v.Number).DefaultIfEmpty().Max() + 1,
                Name = process.Name,
                Xml = file.Xml,
                Sha256 = hash,
                ValidFrom = Always,
                DeployedAt = now,
            };
            context.ProcessVersions.Add(version);
            starts.Plan(version, process, now);
            deployed++;
        }

        return deployed;
    }
}
