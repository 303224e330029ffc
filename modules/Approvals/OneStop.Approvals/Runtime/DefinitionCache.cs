using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Runtime;

/// <summary>Compiled processes by version. A version never changes, so an entry is never stale.</summary>
internal sealed class DefinitionCache
{
    private readonly ConcurrentDictionary<Guid, ProcessDefinition> compiled = new();

    public async Task<ProcessDefinition> GetAsync(ApprovalsDbContext context, Guid versionId, CancellationToken cancellationToken)
    {
        if (compiled.TryGetValue(versionId, out var known))
            return known;
        var xml = await context.ProcessVersions.Where(v => v.Id == versionId).Select(v => v.Xml).SingleAsync(cancellationToken);
        var file = BpmnCompiler.Compile(xml);
        if (!file.IsDeployable)
            throw new InvalidOperationException($"Process version {versionId} was deployed and no longer compiles: {file.Problems[0].Code}");
        return compiled.GetOrAdd(versionId, file.Processes[0]);
    }
}
