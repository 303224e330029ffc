using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Features.ListTasks;
using OneStop.Approvals.Features.SendMessage;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals;

/// <summary>The inbox for programs: same handlers, same rules as the pages.</summary>
internal static class ApprovalsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var tasks = endpoints.MapGroup("/api/v1/tasks").RequireAuthorization(Permissions.Work).WithTags("Tasks");
        tasks.MapGet("", ListAsync).WithName("ListTasks").Produces<TaskPage>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        tasks.MapPost("{taskId:guid}/complete", CompleteAsync).WithName("CompleteTask").Produces<CompletedTask>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        TaskHoldingApi.Map(tasks);
        BulkApi.Map(endpoints.MapGroup("/api/v1/tasks").RequireAuthorization(Permissions.Bulk).WithTags("Tasks"));
        ConsultationApi.Map(endpoints, tasks);
        UnitTasksApi.Map(endpoints);
        TaskHoldingApi.Describe(
            endpoints.MapPost("/api/v1/process-messages", SendMessageAsync).RequireAuthorization(Permissions.Operate).WithTags("Processes").Produces<MessageSent>(), "SendMessage")
            .WithSummary("A message from outside, with variables: moves on whoever waits for it in the process of the dossier named; without a dossier begins every process in force that waits for it. Once for each key.");
        DeskApi.Map(endpoints.MapGroup("/api/v1").RequireAuthorization(Permissions.Work).WithTags("Tasks"));
    }

    private static async Task<IResult> ListAsync(
        IDispatcher dispatcher, IErrorTexts texts, string? q, string? procedure, string? cursor, bool unit = false, bool late = false, CancellationToken cancellationToken = default)
    {
        var result = await dispatcher.Send(new ListTasksQuery(unit, late, false, procedure, q, cursor), cancellationToken);
        return result.Map(list => new TaskPage([.. list.Page.Items.Select(TaskItem.From)], list.Page.Next)).ToHttp(texts);
    }

    /// <summary>The key makes sending again harmless: the second answer is that of the first, and nothing is done twice.</summary>
    private static async Task<IResult> CompleteAsync(
        Guid taskId, CompleteTaskBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken)
    {
        if (key is not { } commandId)
            return ApiResults.ToProblem([Error.Invalid(CommonErrors.Required, "Idempotency-Key")], texts);
        var command = new CompleteTaskCommand(taskId, commandId, body.Action ?? "approve", body.Comment, body.Fields ?? new Dictionary<string, string>());
        return (await dispatcher.Send(command, cancellationToken)).ToHttp(texts);
    }

    private static Task<IResult> SendMessageAsync(
        MessageBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        TaskHoldingApi.SendAsync(key, id => new SendMessageCommand(id, body.Message ?? "") { Dossier = body.Dossier, Variables = body.Variables ?? new Dictionary<string, JsonElement>() }, dispatcher, texts, cancellationToken);

    internal sealed record MessageBody(string? Message, string? Dossier, IReadOnlyDictionary<string, JsonElement>? Variables);

    internal sealed record CompleteTaskBody(string? Action, string? Comment, IReadOnlyDictionary<string, string>? Fields);

    internal sealed record TaskPage(IReadOnlyList<TaskItem> Items, string? Next);

    internal sealed record TaskItem(
        Guid Id, string DossierCode, string ProcedureCode, string ApplicantName, string Step, string Agency, string? Department, string? Assignee, string? OnBehalfOf, DateTimeOffset EnteredAt, DateTimeOffset? DueAt)
    {
        public static TaskItem From(TaskRow row) => new(
            row.Id, row.DossierCode, row.ProcedureCode, row.ApplicantName, row.StepName, row.AgencyName, row.DepartmentName, row.AssigneeName, row.OnBehalfOf, row.EnteredAt, row.DueAt);
    }
}
