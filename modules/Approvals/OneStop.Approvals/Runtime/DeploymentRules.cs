using OneStop.Approvals.Contracts;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Identity.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>What a process must keep beyond BPMN to be run on dossiers: every step names who does it, and no deed goes to a role that may not do it.</summary>
internal static class DeploymentRules
{
    public const string StepWithoutRole = "deployment.step_without_role";
    public const string StepWithoutButton = "deployment.step_without_button";
    public const string DeedNotForRole = "deployment.deed_not_for_role";
    public const string RejectNotForRole = "deployment.reject_not_for_role";
    public const string SameAsWrong = "deployment.same_as_wrong";
    public const string UnknownForm = "deployment.unknown_form";
    public const string UnknownService = "deployment.unknown_service";

    private static readonly Dictionary<string, string[]> RolesOfDeeds = new(StringComparer.Ordinal)
    {
        [StepDeeds.None] = [],
        [StepDeeds.Receive] = [Roles.DeskClerk],
        [StepDeeds.DraftResult] = [Roles.Officer, Roles.DepartmentHead],
        [StepDeeds.SignResult] = [Roles.AgencyLeader],
        [StepDeeds.IssueResult] = [Roles.RecordsClerk],
        [StepDeeds.ReturnResult] = [Roles.DeskClerk],
        [StepDeeds.ConfirmPayment] = [Roles.DeskClerk, Roles.Accountant],
        [StepDeeds.SignApology] = [Roles.AgencyLeader],
        [StepDeeds.ConsentSupplement] = [Roles.DepartmentHead, Roles.AgencyLeader],
        [StepDeeds.GiveOpinion] = [Roles.DepartmentHead, Roles.AgencyLeader],
    };

    public static IReadOnlyList<DeploymentProblem> Check(ProcessDefinition definition)
    {
        var problems = new List<DeploymentProblem>();
        // A dossier starts its process; nobody else does.
        if (definition.Starts.Count == 0)
            problems.Add(new DeploymentProblem(DeploymentProblem.NoStart, definition.Id, 0, ""));
        foreach (var node in definition.Library.All.Values.Append(definition).Distinct().SelectMany(process => process.Nodes))
        {
            if (node.Kind == FlowNodeKind.ServiceTask && !ServiceNames.All.Contains(node.Service ?? ""))
                Report(UnknownService, node, node.Service ?? "");
            if (node.Kind != FlowNodeKind.UserTask && !node.IsMessageWait)
                continue;
            if (node.Step is not { } step)
            {
                Report(StepWithoutRole, node, node.Name);
                continue;
            }

            if (!Roles.CaseWork.Contains(step.Role))
                Report(StepWithoutRole, node, step.Role);
            if (!node.Actions.Any(action => action.Kind == ActionKind.Approve))
                Report(StepWithoutButton, node, node.Name);
            if (!RolesOfDeeds.TryGetValue(step.Deed, out var roles) || (step.Deed.Length > 0 && !roles.Contains(step.Role)))
                Report(DeedNotForRole, node, $"{step.Deed}: {step.Role}");
            // Refusing a request after acceptance is a decision on its content: the leader's.
            if (step.Role != Roles.AgencyLeader && node.Actions.Any(action => action.Kind == ActionKind.Reject))
                Report(RejectNotForRole, node, step.Role);
            if (step.SameAs is { } sameAs && !IsEarlierOfSamePost(node, step, sameAs))
                Report(SameAsWrong, node, sameAs);
            if (step.Form is { } form && StepForms.Find(form) is null)
                Report(UnknownForm, node, form);
        }

        return problems;

        // Another post could never do both steps; a step that does not come first has nobody to follow.
        bool IsEarlierOfSamePost(FlowNode node, StepSettings step, string sameAs) =>
            definition.TryFind(sameAs, out var earlier) && earlier != node && earlier.Step is { } other
            && (other.Role, other.Level, other.Field) == (step.Role, step.Level, step.Field) && definition.LeadsTo(earlier, node);

        void Report(string code, FlowNode node, string detail) => problems.Add(new DeploymentProblem(code, node.Id, 0, detail));
    }
}
