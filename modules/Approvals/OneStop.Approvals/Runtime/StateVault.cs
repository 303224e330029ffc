using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Runtime;

/// <summary>The engine's state holds what the citizen and the officers wrote, so it rests encrypted.</summary>
internal sealed class StateVault(IFieldProtector protector)
{
    public string Seal(InstanceState state) => protector.Protect(StateJson.Write(state));

    /// <summary>What a message brings says as much about people as the state it comes into.</summary>
    public string Seal(IReadOnlyDictionary<string, object?> values) => protector.Protect(StateJson.WriteValues(values));

    public IReadOnlyDictionary<string, object?> OpenValues(string values) => StateJson.ReadValues(protector.Unprotect(values));

    public InstanceState Open(ProcessInstance instance) =>
        instance.PurgedAt is null ? StateJson.Read(protector.Unprotect(instance.State)) : InstanceState.Empty with { Status = instance.Status };
}
