using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.BulkTasks;
using OneStop.Approvals.Features.ReadBulk;
using OneStop.Approvals.Features.UndoBulk;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals;

/// <summary>Deeds on many tasks for programs: asked, looked at, undone while nothing has begun. The Idempotency-Key is the id of the deed.</summary>
internal static class BulkApi
{
    public static void Map(RouteGroupBuilder tasks)
    {
        TaskHoldingApi.Describe(tasks.MapPost("bulk", AskAsync).Produces<BulkAsked>(), "BulkTasks");
        TaskHoldingApi.Describe(tasks.MapGet("bulk/{deedId:guid}", ReadAsync).Produces<BulkState>(), "ReadBulk");
        TaskHoldingApi.Describe(tasks.MapPost("bulk/{deedId:guid}/undo", UndoAsync), "UndoBulk");
    }

    private static Task<IResult> AskAsync(
        BulkBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        TaskHoldingApi.SendAsync(key, id => body.ToCommand(id), dispatcher, texts, cancellationToken);

    private static async Task<IResult> ReadAsync(Guid deedId, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new ReadBulkQuery(deedId), cancellationToken)).Map(view => BulkState.From(view!, texts)).ToHttp(texts);

    private static async Task<IResult> UndoAsync(Guid deedId, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new UndoBulkCommand(deedId), cancellationToken)).ToHttp(texts);

    internal sealed record BulkBody(string? Kind, IReadOnlyList<Guid>? TaskIds, Guid? AccountId, bool MayFinish, string? Reason, string? Action, string? Label, bool Confirmed)
    {
        public BulkTasksCommand ToCommand(Guid deedId) =>
            new(deedId, Enum.TryParse<BulkKind>(Kind, ignoreCase: true, out var kind) ? kind : (BulkKind)(-1), TaskIds ?? [])
            {
                AccountId = AccountId, MayFinish = MayFinish, Reason = Reason, Action = Action, Label = Label, Confirmed = Confirmed,
            };
    }

    internal sealed record BulkState(Guid Id, string Kind, string State, DateTimeOffset UndoUntil, int Total, int Done, int Failed, IReadOnlyList<BulkItemState> Items)
    {
        public static BulkState From(BulkView view, IErrorTexts texts) => new(
            view.Id, Word(view.Kind), Word(view.State), view.UndoUntil, view.Total, view.Done, view.Failed,
            [.. view.Items.Select(i => new BulkItemState(i.TaskId, i.DossierCode, i.IsDone, i.Problem?.Code, i.Problem is { } problem ? texts.Describe(problem) : null))]);

        private static string Word<T>(T value)
            where T : struct, Enum => value.ToString().ToLowerInvariant();
    }

    internal sealed record BulkItemState(Guid TaskId, string DossierCode, bool Done, string? Code, string? Problem);
}
