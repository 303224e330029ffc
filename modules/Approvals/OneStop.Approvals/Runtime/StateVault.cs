using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Runtime;

/// <summary>The engine's state holds what the citizen and the officers wrote, so it rests encrypted.</summary>
internal sealed class StateVault(IFieldProtector protector)
{
    public string Seal(InstanceState state) => protector.Protect(StateJson.Write(state));

    public InstanceState Open(ProcessInstance instance) =>
        instance.PurgedAt is null ? StateJson.Read(protector.Unprotect(instance.State)) : InstanceState.Empty with { Status = instance.Status };
}
