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
    public const string ConsultationMisplaced = "deployment.consultation_misplaced";

    /// <summary>A start that the product does not run: by a condition, by several events together, by office hours.</summary>
    public const string StartNotRun = "deployment.start_not_run";

    /// <summary>{0} the start from which it is reached without a dossier.</summary>
    public const string NeedsDossier = "deployment.needs_dossier";

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
        CheckStarts(definition, problems);
        foreach (var node in definition.Library.All.Values.Append(definition).Distinct().SelectMany(process => process.Nodes))
        {
            if (node.Kind == FlowNodeKind.ServiceTask && !ServiceNames.All.Contains(node.Service ?? ""))
                Report(UnknownService, node, node.Service ?? "");
            if ((node.Service == ServiceNames.AskOpinions) != (node.Consultation is not null))
                Report(ConsultationMisplaced, node, node.Service ?? "");
            if ((node.Kind != FlowNodeKind.UserTask && !node.IsMessageWait) || definition.Root.Triggers.Contains(node))
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

    // People work on dossiers. What begins by itself has none: it keeps time, listens and moves the processes of dossiers by signals.
    private static void CheckStarts(ProcessDefinition definition, List<DeploymentProblem> problems)
    {
        foreach (var start in definition.Root.Triggers)
        {
            if (start.ParallelMultiple || start.InstantiatesAll || start.Events.Any(e => e.Kind is not (EventKind.Timer or EventKind.Message or EventKind.Signal) || e.Timer is { WorkingTime: true }))
                problems.Add(new DeploymentProblem(StartNotRun, start.Id, 0, start.Name));
            problems.AddRange(definition.Nodes.Where(node => node != start && NeedsADossier(node) && definition.LeadsTo(start, node))
                .Select(node => new DeploymentProblem(NeedsDossier, node.Id, 0, start.Name.Length > 0 ? start.Name : start.Id)));
        }
    }

    private static bool NeedsADossier(FlowNode node) =>
        node.Kind is FlowNodeKind.UserTask or FlowNodeKind.ServiceTask or FlowNodeKind.CallActivity || node.IsMessageWait;
}
