using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Drawing;

/// <summary>What stands between a drawing and its being published: the compiler's problems, then those of the house rules.</summary>
internal static class DraftCheck
{
    public static IReadOnlyList<DeploymentProblem> Of(string xml)
    {
        var compiled = BpmnCompiler.Compile(xml);
        if (!compiled.IsDeployable)
            return compiled.Problems;
        return [.. DeploymentRules.Check(compiled.Processes[0]), .. StepFormReader.Check(xml)];
    }
}
