using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>What a step does with an instance that comes from another version of its process.</summary>
internal sealed partial class StepRun
{
    public ProcessDefinition ProcessOf(int scope) => DefinitionOf(scope);

    public bool Has(int scope) => IsOpen(scope);

    public int ScopeOfTimer(ArmedTimer timer) => timer.OfScope ? timer.Token : Find(timer.Token)?.Scope ?? 0;

    /// <summary>Timers that only the new version has begin now; those it shares with the old one run on, or have already fired.</summary>
    public void TakeOver(string version, Predicate<FlowNode> isOld)
    {
        Write(HistoryKind.Migrated, "", 0, action: version);
        foreach (var token in tokens.FindAll(token => !token.Inner && token.State is TokenState.Task or TokenState.Message or TokenState.Open))
        {
            if (!ReferenceEquals(DefinitionOf(token.Scope), Definition))
                continue;
            foreach (var boundary in NodeOf(token).Boundaries.Where(boundary => !isOld(boundary)))
            {
                if (Find(token.Id) is { State: not TokenState.Incident } open)
                    ArmEvent(open, boundary);
            }
        }
    }
}
