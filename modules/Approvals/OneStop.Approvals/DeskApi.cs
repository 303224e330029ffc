using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OneStop.Approvals.Features.AddNote;
using OneStop.Approvals.Features.ListFilters;
using OneStop.Approvals.Features.ListFollowUps;
using OneStop.Approvals.Features.ReadDesk;
using OneStop.Approvals.Features.RemoveFilter;
using OneStop.Approvals.Features.SaveFilter;
using OneStop.Approvals.Features.SetFollowUp;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals;

/// <summary>
/// What the staff keep beside their tasks, for programs. Notes are read and written by whoever may read the task; reminders and named filters are each person's own.
/// The Idempotency-Key of a note is its id.
/// </summary>
internal static class DeskApi
{
    public static void Map(RouteGroupBuilder api)
    {
        TaskHoldingApi.Describe(api.MapGet("tasks/{taskId:guid}/desk", ReadAsync).Produces<DeskAnswer>(), "ReadDesk");
        TaskHoldingApi.Describe(api.MapPost("tasks/{taskId:guid}/notes", AddNoteAsync), "AddNote");
        TaskHoldingApi.Describe(api.MapPut("tasks/{taskId:guid}/follow-up", SetFollowUpAsync), "SetFollowUp");
        TaskHoldingApi.Describe(api.MapDelete("tasks/{taskId:guid}/follow-up", RemoveFollowUpAsync), "RemoveFollowUp");
        TaskHoldingApi.Describe(api.MapGet("follow-ups", ListFollowUpsAsync).Produces<IReadOnlyList<FollowUpItem>>(), "ListFollowUps");
        TaskHoldingApi.Describe(api.MapGet("task-filters", ListFiltersAsync).Produces<IReadOnlyList<FilterItem>>(), "ListTaskFilters");
        TaskHoldingApi.Describe(api.MapPost("task-filters", SaveFilterAsync), "SaveTaskFilter");
        TaskHoldingApi.Describe(api.MapDelete("task-filters/{filterId:guid}", RemoveFilterAsync), "RemoveTaskFilter");
    }

    private static async Task<IResult> ReadAsync(Guid taskId, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new ReadDeskQuery(taskId), cancellationToken)).Map(DeskAnswer.From).ToHttp(texts);

    private static Task<IResult> AddNoteAsync(
        Guid taskId, NoteBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        TaskHoldingApi.SendAsync(key, id => new AddNoteCommand(taskId, id, body.Text ?? "", body.OnDossier), dispatcher, texts, cancellationToken);

    private static async Task<IResult> SetFollowUpAsync(Guid taskId, FollowUpBody body, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new SetFollowUpCommand(taskId, body.Day, body.Note), cancellationToken)).ToHttp(texts);

    private static async Task<IResult> RemoveFollowUpAsync(Guid taskId, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new SetFollowUpCommand(taskId, null), cancellationToken)).ToHttp(texts);

    private static async Task<IResult> ListFollowUpsAsync(IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new ListFollowUpsQuery(), cancellationToken))
            .Map(rows => rows.Select(r => new FollowUpItem(r.TaskId, r.DossierCode, r.StepName, r.Day, r.Note, r.IsReached, r.DueAt)).ToArray()).ToHttp(texts);

    private static async Task<IResult> ListFiltersAsync(IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new ListFiltersQuery(), cancellationToken)).Map(rows => rows.Select(f => new FilterItem(f.Id, f.Name, f.Query, f.IsDefault)).ToArray()).ToHttp(texts);

    private static async Task<IResult> SaveFilterAsync(FilterBody body, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new SaveFilterCommand(body.Name ?? "", body.Query ?? "", body.IsDefault), cancellationToken)).ToHttp(texts);

    private static async Task<IResult> RemoveFilterAsync(Guid filterId, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new RemoveFilterCommand(filterId), cancellationToken)).ToHttp(texts);

    internal sealed record NoteBody(string? Text, bool OnDossier);

    internal sealed record FollowUpBody(DateOnly Day, string? Note);

    internal sealed record FilterBody(string? Name, string? Query, bool IsDefault);

    internal sealed record DeskAnswer(IReadOnlyList<NoteItem> Notes, IReadOnlyList<ReaderItem> Readers, OwnFollowUp? FollowUp)
    {
        public static DeskAnswer From(DeskView desk) => new(
            [.. desk.Notes.Select(n => new NoteItem(n.Id, n.Author, n.Step, n.Text, n.OnDossier, n.At))],
            [.. desk.Readers.Select(r => new ReaderItem(r.Name, r.FirstAt, r.LastAt, r.Times))],
            desk.FollowUp is { } own ? new OwnFollowUp(own.Day, own.Note, own.IsReached) : null);
    }

    internal sealed record NoteItem(Guid Id, string Author, string Step, string Text, bool OnDossier, DateTimeOffset At);

    internal sealed record ReaderItem(string Name, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times);

    internal sealed record OwnFollowUp(DateOnly Day, string? Note, bool IsReached);

    internal sealed record FollowUpItem(Guid TaskId, string DossierCode, string Step, DateOnly Day, string? Note, bool IsReached, DateTimeOffset? DueAt);

    internal sealed record FilterItem(Guid Id, string Name, string Query, bool IsDefault);
}
