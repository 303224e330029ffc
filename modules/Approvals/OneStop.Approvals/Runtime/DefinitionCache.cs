using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Catalogue.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>Compiled processes by version, together with what they call. A version never changes, so an entry is never stale.</summary>
internal sealed class DefinitionCache
{
    private readonly ConcurrentDictionary<Guid, ProcessDefinition> compiled = new();
    private readonly ConcurrentDictionary<FlowNode, FormField[]> forms = new();

    public async Task<ProcessDefinition> GetAsync(ApprovalsDbContext context, Guid versionId, CancellationToken cancellationToken)
    {
        if (compiled.TryGetValue(versionId, out var known))
            return known;
        var read = new Dictionary<Guid, CompiledFile>();
        var definition = await ReadAsync(context, versionId, read, cancellationToken);
        return compiled.GetOrAdd(versionId, definition);
    }

    private async Task<ProcessDefinition> ReadAsync(ApprovalsDbContext context, Guid versionId, Dictionary<Guid, CompiledFile> read, CancellationToken cancellationToken)
    {
        var version = await context.ProcessVersions.AsNoTracking().Where(v => v.Id == versionId).Select(v => new { v.Xml, v.DeployedAt }).SingleAsync(cancellationToken);
        var file = BpmnCompiler.Compile(version.Xml);
        if (!file.IsDeployable)
            throw new InvalidOperationException($"Process version {versionId} was deployed and no longer compiles: {file.Problems[0].Code}");
        read[versionId] = file;
        KeepForms(version.Xml, file);
        return await LinkAsync(context, file, version.DeployedAt, read, cancellationToken);
    }

    /// <summary>A drawing that is no version yet, with what it would call if it were deployed at the moment.</summary>
    public Task<ProcessDefinition> LinkAsync(ApprovalsDbContext context, CompiledFile file, DateTimeOffset at, CancellationToken cancellationToken) =>
        LinkAsync(context, file, at, [], cancellationToken);

    private async Task<ProcessDefinition> LinkAsync(ApprovalsDbContext context, CompiledFile file, DateTimeOffset deployedAt, Dictionary<Guid, CompiledFile> read, CancellationToken cancellationToken)
    {
        var definition = file.Processes[0];
        if (!definition.HasCalls)
            return definition;

        var byName = new Dictionary<string, ProcessDefinition>(definition.Library.All, StringComparer.Ordinal);
        foreach (var name in file.Processes.SelectMany(process => process.Nodes).Select(node => node.CalledElement).OfType<string>().Distinct())
        {
            if (byName.ContainsKey(name) || await CalledAsync(context, name, deployedAt, cancellationToken) is not { } called)
                continue;
            // A process that calls back is already being read.
            byName[name] = read.TryGetValue(called, out var earlier) ? earlier.Processes[0] : await ReadAsync(context, called, read, cancellationToken);
        }

        Share(new ProcessLibrary(Gather(byName)), file);
        return definition;
    }

    /// <summary>The version that was the newest when the caller was deployed: fixed for good, whatever is deployed later.</summary>
    private static async Task<Guid?> CalledAsync(ApprovalsDbContext context, string key, DateTimeOffset callerDeployedAt, CancellationToken cancellationToken)
    {
        var versions = await context.ProcessVersions.AsNoTracking().Where(v => v.Key == key).OrderBy(v => v.Number).Select(v => new { v.Id, v.DeployedAt }).ToListAsync(cancellationToken);
        return (versions.LastOrDefault(v => v.DeployedAt <= callerDeployedAt) ?? versions.FirstOrDefault())?.Id;
    }

    /// <summary>What a called process calls is found by the same names from everywhere.</summary>
    private static Dictionary<string, ProcessDefinition> Gather(Dictionary<string, ProcessDefinition> byName)
    {
        var all = new Dictionary<string, ProcessDefinition>(byName, StringComparer.Ordinal);
        foreach (var (name, process) in byName.Values.SelectMany(called => called.Library.All))
            all.TryAdd(name, process);
        return all;
    }

    private static void Share(ProcessLibrary library, CompiledFile file)
    {
        foreach (var process in file.Processes)
            process.Library = library;
    }

    /// <summary>The form of a step: the one its process carries, else the one it names.</summary>
    public IReadOnlyList<FormField> FormOf(FlowNode node) =>
        forms.TryGetValue(node, out var own) ? own : node.Step?.Form is { } key ? StepForms.Find(key) ?? [] : [];

    private void KeepForms(string xml, CompiledFile file)
    {
        var carried = StepFormReader.Read(xml);
        if (carried.Count == 0)
            return;
        foreach (var node in file.Processes.SelectMany(process => process.Nodes))
        {
            if (carried.TryGetValue(node.Id, out var form))
                forms[node] = form;
        }
    }
}
