using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Conditional events happen when their condition becomes true; it must have been false before it can happen again.</summary>
internal sealed partial class StepRun
{
    private readonly List<Latch> latches;

    private void CheckConditions()
    {
        if (Status != InstanceStatus.Running || !HasConditions())
            return;
        foreach (var waiting in WaitingFor(EventKind.Conditional, null).ToList())
        {
            if (waiting.OfScope ? !IsOpen(waiting.Owner) : Find(waiting.Owner) is null)
                continue;
            var view = waiting.OfScope ? See(waiting.Owner) : See(Find(waiting.Owner)!);
            var holds = waiting.Spec.Condition!.Evaluate(view).IsTrue;
            var id = $"{waiting.Node.Id}#{waiting.Index}";
            var latch = latches.Find(known => known.Owner == waiting.Owner && known.OfScope == waiting.OfScope && known.Node == id);
            if (!holds && latch is not null)
            {
                latches.Remove(latch);
            }
            else if (holds && latch is null)
            {
                latches.Add(new Latch(waiting.Owner, waiting.OfScope, id, 1));
                Happen(waiting);
            }
        }
    }

    private bool HasConditions()
    {
        if (Definition.HasConditions)
            return true;
        foreach (var scope in scopes)
        {
            if (scope.Process is { } process && Definition.Library.Find(process)!.HasConditions)
                return true;
        }

        return false;
    }
}
