using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AskBack;
using OneStop.Approvals.Features.AskOpinions;
using OneStop.Approvals.Features.ExplainQuestion;
using OneStop.Approvals.Features.ListConsultations;
using OneStop.Approvals.Features.PassOver;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Features.WithdrawConsultation;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals;

/// <summary>
/// Opinions for programs: asked of bodies, listed, explained, passed over, withdrawn. A body answers by completing its task with agree, disagree or remark, and adds files before.
/// </summary>
internal static class ConsultationApi
{
    public static void Map(IEndpointRouteBuilder endpoints, RouteGroupBuilder tasks)
    {
        TaskHoldingApi.Describe(tasks.MapPost("{taskId:guid}/consultations", AskAsync).Produces<AskedOpinions>(), "AskOpinions")
            .WithSummary("Asks bodies for their opinion; part is Y (takes part in deciding) or X (supplies information), silence escalates or agreement.");
        TaskHoldingApi.Describe(tasks.MapGet("{taskId:guid}/consultations", ListAsync).Produces<IReadOnlyList<ConsultationAnswer>>(), "ListConsultations")
            .WithSummary("Who was asked about the dossier of a task and what came of it; for the task of a consulted body, its own question.");
        TaskHoldingApi.Describe(tasks.MapPost("{taskId:guid}/ask-back", AskBackAsync), "AskBack").WithSummary("A consulted body asks back; its days stand still until it is explained.");
        TaskHoldingApi.Describe(tasks.MapPut("{taskId:guid}/opinion-files", AttachAsync).Accepts<Stream>("*/*").Produces<AttachedFile>(), "AttachOpinionFile")
            .WithSummary("Adds a file to the answer of a consulted body: the body is its bytes, X-File-Name its percent-encoded name.").DisableAntiforgery();
        TaskHoldingApi.Describe(tasks.MapDelete("{taskId:guid}/opinion-files/{fileId:guid}", RemoveAsync).Produces(StatusCodes.Status204NoContent), "RemoveOpinionFile")
            .WithSummary("Takes a file out of an answer that has not been given yet.");

        var consultations = endpoints.MapGroup("/api/v1/consultations").RequireAuthorization(Permissions.Work).WithTags("Tasks");
        TaskHoldingApi.Describe(consultations.MapPost("{id:guid}/explain", ExplainAsync), "ExplainQuestion").WithSummary("Answers what a consulted body asked back.");
        TaskHoldingApi.Describe(consultations.MapPost("{id:guid}/pass-over", PassOverAsync), "PassOver").WithSummary("The head of the asking unit goes on without a silent body.");
        TaskHoldingApi.Describe(consultations.MapPost("{id:guid}/withdraw", WithdrawAsync), "WithdrawConsultation").WithSummary("Takes a question back; the body is told.");
    }

    private static Task<IResult> AskAsync(
        Guid taskId, AskBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        TaskHoldingApi.SendAsync(key, id => new AskOpinionsCommand(taskId, id, [.. (body.Bodies ?? []).Select(b => (b ?? BodyBody.Nothing).Read())]), dispatcher, texts, cancellationToken);

    private static async Task<IResult> ListAsync(Guid taskId, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken)
    {
        var read = await dispatcher.Send(new ReadTaskQuery(taskId), cancellationToken);
        if (!read.TryGet(out var task))
            return ApiResults.ToProblem(read.Errors, texts);
        if (task.Asked is { } own)
            return Results.Ok(new[] { ConsultationAnswer.Of(own) });
        var listed = await dispatcher.Send(new ListConsultationsQuery(task.Dossier.Id), cancellationToken);
        return listed.Map(list => list.Lines.Select(ConsultationAnswer.Of).ToList()).ToHttp(texts);
    }

    private static Task<IResult> AskBackAsync(
        Guid taskId, AskBackBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        TaskHoldingApi.SendAsync(key, id => new AskBackCommand(taskId, id, body.Question ?? ""), dispatcher, texts, cancellationToken);

    private static async Task<IResult> AttachAsync(Guid taskId, HttpRequest request, AnswerUpload upload, IErrorTexts texts) =>
        (await upload.TakeAsync(taskId, request)).ToHttp(texts);

    private static async Task<IResult> RemoveAsync(Guid taskId, Guid fileId, AnswerUpload upload, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await upload.RemoveAsync(taskId, fileId, cancellationToken)).ToNoContent(texts);

    private static Task<IResult> ExplainAsync(
        Guid id, ExplainBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        TaskHoldingApi.SendAsync(key, command => new ExplainQuestionCommand(id, command, body.Text ?? ""), dispatcher, texts, cancellationToken);

    private static Task<IResult> PassOverAsync(
        Guid id, ReasonBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        TaskHoldingApi.SendAsync(key, command => new PassOverCommand(id, command, body.Reason ?? ""), dispatcher, texts, cancellationToken);

    private static Task<IResult> WithdrawAsync(
        Guid id, ReasonBody body, IDispatcher dispatcher, IErrorTexts texts, [FromHeader(Name = "Idempotency-Key")] Guid? key, CancellationToken cancellationToken) =>
        TaskHoldingApi.SendAsync(key, command => new WithdrawConsultationCommand(id, command, body.Reason ?? ""), dispatcher, texts, cancellationToken);

    internal sealed record AskBody(IReadOnlyList<BodyBody?>? Bodies);

    internal sealed record BodyBody(
        Guid AgencyId, Guid? DepartmentId, string? Part, string? Questions, int WorkingDays, string? Silence, string? SilenceBasis, bool NamesApplicant, IReadOnlyList<Guid>? Files)
    {
        public static BodyBody Nothing { get; } = new(Guid.Empty, null, null, null, 0, null, null, false, null);

        public AskedBody Read() => new(
            AgencyId, DepartmentId, Part switch { "Y" => ConsultationPart.Decides, "X" => ConsultationPart.Informs, _ => (ConsultationPart)(-1) }, Questions ?? "", WorkingDays,
            Silence switch { null or "escalates" => SilenceRule.Escalates, "agreement" => SilenceRule.CountsAsAgreement, _ => (SilenceRule)(-1) }, SilenceBasis, NamesApplicant, Files ?? []);
    }

    internal sealed record AskBackBody(string? Question);

    internal sealed record ExplainBody(string? Text);

    internal sealed record ReasonBody(string? Reason);

    internal sealed record ConsultationAnswer(
        Guid Id, string Body, string Part, string State, string? Stance, string Questions, string? Answer, DateTimeOffset AskedAt, DateTimeOffset DueAt, DateTimeOffset? SilentSince,
        DateTimeOffset? ClosedAt, string? ClosedBy, int? UsedMinutes, int AllowedMinutes, bool WaitsForExplanation, bool Late, DateTimeOffset? WentOnAt, bool Counted, IReadOnlyList<FileAnswer> Files, IReadOnlyList<MessageAnswer> Messages)
    {
        public static ConsultationAnswer Of(ConsultationLine line) => new(
            line.Id, line.Body, line.Part == ConsultationPart.Decides ? "Y" : "X", Word(line.State), line.Stance is { } stance ? Word(stance) : null, line.Questions, line.Answer, line.AskedAt,
            line.DueAt, line.SilentSince, line.ClosedAt, line.ClosedByName, line.UsedMinutes, line.AllowedMinutes, line.WaitsForExplanation,
            line.IsLate, line.WentOnAt, line.State == ConsultationState.Answered && !line.IsAfterwards,
            [.. line.Files.Select(f => new FileAnswer(f.Id, f.Name, f.ContentType, f.Length, f.IsAnswer, f.Url))],
            [.. line.Messages.Select(m => new MessageAnswer(m.At, m.FromBody, m.Author, m.Text))]);

        private static string Word<T>(T value)
            where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    }

    internal sealed record FileAnswer(Guid Id, string Name, string ContentType, long Length, bool IsAnswer, string Url);

    internal sealed record MessageAnswer(DateTimeOffset At, bool FromBody, string Author, string Text);
}
