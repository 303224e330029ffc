using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OneStop.Approvals.Features.ListUnitTasks;
using OneStop.Approvals.Features.ReassignTask;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals;

/// <summary>For heads and administrators of units: who has which open tasks, and giving one to another holder of the post. Many at once by the bulk deed.</summary>
internal static class UnitTasksApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var unit = endpoints.MapGroup("/api/v1").RequireAuthorization(Permissions.Reassign).WithTags("Tasks");
        TaskHoldingApi.Describe(unit.MapGet("unit-tasks", ListAsync).Produces<UnitTasksAnswer>(), "ListUnitTasks");
        TaskHoldingApi.Describe(unit.MapPost("tasks/{taskId:guid}/reassign", ReassignAsync), "ReassignTask");
    }

    private static async Task<IResult> ListAsync(
        IDispatcher dispatcher, IErrorTexts texts, Guid? agency, Guid? assignee, string? view, string? cursor, CancellationToken cancellationToken)
    {
        var shown = Enum.TryParse<UnitTasksView>(view, ignoreCase: true, out var known) ? known : UnitTasksView.All;
        var result = await dispatcher.Send(new ListUnitTasksQuery(agency, assignee, shown, cursor), cancellationToken);
        return result.Map(UnitTasksAnswer.From).ToHttp(texts);
    }

    private static Task<IResult> ReassignAsync(
        Guid taskId, ReassignBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        TaskHoldingApi.SendAsync(key, id => new ReassignTaskCommand(taskId, id, body.AccountId, body.Reason ?? ""), dispatcher, texts, cancellationToken);

    internal sealed record ReassignBody(Guid AccountId, string? Reason);

    internal sealed record UnitTasksAnswer(Guid AgencyId, string Agency, IReadOnlyList<PersonItem> People, IReadOnlyList<UnitTaskItem> Items, string? Next)
    {
        public static UnitTasksAnswer From(UnitTasks found) => new(
            found.AgencyId, found.AgencyName, [.. found.People.Select(p => new PersonItem(p.AccountId, p.Name, p.Tasks, p.Late, p.HasLeft, p.SubstituteName))],
            [.. found.Page.Items.Select(r => new UnitTaskItem(r.Id, r.DossierCode, r.StepName, r.Role, r.DepartmentName, r.AssigneeId, r.AssigneeName, r.HasLeft, r.EnteredAt, r.DueAt))],
            found.Page.Next);
    }

    internal sealed record PersonItem(Guid AccountId, string Name, int Tasks, int Late, bool HasLeft, string? Substitute);

    internal sealed record UnitTaskItem(
        Guid Id, string DossierCode, string Step, string Role, string? Department, Guid? AssigneeId, string? Assignee, bool AssigneeHasLeft, DateTimeOffset EnteredAt, DateTimeOffset? DueAt);
}
