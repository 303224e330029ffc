using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Features.DelegateTask;
using OneStop.Approvals.Features.HandBackTask;
using OneStop.Approvals.Features.ReleaseTask;
using OneStop.Approvals.Features.TakeBackTask;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals;

/// <summary>Who has a task, for programs: claim, release, delegate, take back, hand back. Each takes an Idempotency-Key.</summary>
internal static class TaskHoldingApi
{
    public static void Map(RouteGroupBuilder tasks)
    {
        Describe(tasks.MapPost("{taskId:guid}/claim", ClaimAsync), "ClaimTask");
        Describe(tasks.MapPost("{taskId:guid}/release", ReleaseAsync), "ReleaseTask");
        Describe(tasks.MapPost("{taskId:guid}/delegate", DelegateAsync), "DelegateTask");
        Describe(tasks.MapPost("{taskId:guid}/take-back", TakeBackAsync), "TakeBackTask");
        Describe(tasks.MapPost("{taskId:guid}/hand-back", HandBackAsync), "HandBackTask");
    }

    internal static RouteHandlerBuilder Describe(RouteHandlerBuilder route, string name) => route.WithName(name)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Without the key a deed whose answer was lost could be done twice.</summary>
    internal static async Task<IResult> SendAsync<T>(Guid? key, Func<Guid, IRequest<T>> request, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        key is { } commandId
            ? (await dispatcher.Send(request(commandId), cancellationToken)).ToHttp(texts)
            : ApiResults.ToProblem([Error.Invalid(CommonErrors.Required, "Idempotency-Key")], texts);

    private static Task<IResult> ClaimAsync(
        Guid taskId, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        SendAsync(key, id => new ClaimTaskCommand(taskId, id), dispatcher, texts, cancellationToken);

    private static Task<IResult> ReleaseAsync(
        Guid taskId, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        SendAsync(key, id => new ReleaseTaskCommand(taskId, id), dispatcher, texts, cancellationToken);

    private static Task<IResult> DelegateAsync(
        Guid taskId, DelegateBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        SendAsync(key, id => new DelegateTaskCommand(taskId, id, body.AccountId, body.MayFinish, body.Note), dispatcher, texts, cancellationToken);

    private static Task<IResult> TakeBackAsync(
        Guid taskId, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        SendAsync(key, id => new TakeBackTaskCommand(taskId, id), dispatcher, texts, cancellationToken);

    private static Task<IResult> HandBackAsync(
        Guid taskId, HandBackBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        SendAsync(key, id => new HandBackTaskCommand(taskId, id, body.Comment, body.Fields ?? new Dictionary<string, string>()), dispatcher, texts, cancellationToken);

    internal sealed record DelegateBody(Guid AccountId, bool MayFinish, string? Note);

    internal sealed record HandBackBody(string? Comment, IReadOnlyDictionary<string, string>? Fields);
}
