using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OneStop.Dossiers.Features.ListMyDossiers;
using OneStop.Dossiers.Features.SubmitDossier;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.DossiersApi;

// The citizen's own dossiers for programs: the same handlers and rules as the pages.
// Every write is a PUT, a DELETE or carries Idempotency-Key, none of which another site can make a browser send.
internal static class DossiersEndpoints
{
    private const string KeyHeader = "Idempotency-Key";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/v1/dossiers").WithTags("dossiers").RequireAuthorization(Permissions.Own).DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/", CreateAsync).WithName("CreateDossier").WithSummary("Begins a draft; the same Idempotency-Key always answers the same draft.")
            .Produces<CreatedDossier>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/", ListAsync).WithName("ListDossiers").WithSummary("Lists the caller's dossiers: view is running, drafts or done.").Produces<DossierList>();
        group.MapGet("/{id:guid}", ReadAsync).WithName("ReadDossier").WithSummary("Reads one dossier of the caller.").Produces<DossierAnswer>();
        group.MapPut("/{id:guid}/answers/{section}", AnswerAsync).WithName("PutAnswers").WithSummary("Keeps the answers of one section as sent and says what is wrong with them.")
            .Produces<SavedAnswers>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPut("/{id:guid}/papers/{paper}/files", UploadAsync).WithName("UploadFile").WithSummary("Adds a file to a paper: the body is its bytes, X-File-Name its percent-encoded name.")
            .Accepts<Stream>("*/*").Produces<FileAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapDelete("/{id:guid}/files/{fileId:guid}", RemoveAsync).WithName("RemoveFile").WithSummary("Takes a file away again.").Produces(StatusCodes.Status204NoContent);
        group.MapPost("/{id:guid}/send", SendAsync).WithName("SendDossier").WithSummary("Sends the dossier; sent again it answers what it answered the first time.")
            .Produces<SentDossier>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> CreateAsync(
        NewDossier dossier, [FromHeader(Name = KeyHeader)] string? key, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(key))
            return KeyMissing(texts);
        var created = await dispatcher.Send(
            new StartDossier.StartDossier(dossier.ProcedureCode ?? "", dossier.PlaceCode ?? "", dossier.Case, key), cancellationToken);
        return created.Map(id => new CreatedDossier(id)).ToCreated(texts, d => $"/api/v1/dossiers/{d.Id}");
    }

    private static async Task<IResult> ListAsync(IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken, string? view = null, string? after = null)
    {
        var listed = await dispatcher.Send(
            new ListMyDossiers.ListMyDossiers(Enum.TryParse<MyView>(view, ignoreCase: true, out var chosen) ? chosen : MyView.Running, after), cancellationToken);
        return listed.Map(l => new DossierList([.. l.Page.Items.Select(DossierListItem.Of)], l.Page.Next)).ToHttp(texts);
    }

    private static async Task<IResult> ReadAsync(Guid id, IDispatcher dispatcher, IErrorTexts texts, ClockWords words, CancellationToken cancellationToken)
    {
        var read = await dispatcher.Send(new ReadMyDossier.ReadMyDossier(id), cancellationToken);
        if (!read.TryGet(out var view))
            return ApiResults.ToProblem(read.Errors, texts);
        var draft = await dispatcher.Send(new ReadDraft.ReadDraft(id), cancellationToken);
        return TypedResults.Ok(DossierAnswer.Of(view, draft.IsSuccess ? draft.Value : null, texts, words));
    }

    private static async Task<IResult> AnswerAsync(
        Guid id, string section, Dictionary<string, string?> values, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken)
    {
        var given = values.ToDictionary(v => v.Key, v => v.Value ?? "", StringComparer.Ordinal);
        var saved = await dispatcher.Send(new SaveSection.SaveSection(id, section, given), cancellationToken);
        return saved.Map(s => SavedAnswers.Of(s, texts)).ToHttp(texts);
    }

    private static async Task<IResult> UploadAsync(
        Guid id, string paper, HttpRequest request, Upload upload, IErrorTexts texts, [FromHeader(Name = "X-File-Name")] string? fileName = null)
    {
        var added = await upload.TakeAsync(id, paper, request.Body, Uri.UnescapeDataString(fileName ?? ""), request.HttpContext.RequestAborted);
        return added.Map(f => new FileAnswer(f.Id, paper, f.Name, f.ContentType, f.Length, DossiersUrls.File(id, f.Id))).ToCreated(texts, f => f.Url);
    }

    private static async Task<IResult> RemoveAsync(Guid id, Guid fileId, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken) =>
        (await dispatcher.Send(new RemoveFile.RemoveFile(id, fileId), cancellationToken)).ToNoContent(texts);

    private static async Task<IResult> SendAsync(
        Guid id, [FromHeader(Name = KeyHeader)] string? key, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(key))
            return KeyMissing(texts);
        return (await dispatcher.Send(new SubmitDossier.SubmitDossier(id), cancellationToken)).ToHttp(texts);
    }

    private static IResult KeyMissing(IErrorTexts texts) => ApiResults.ToProblem([Error.Invalid(ApiErrors.KeyMissing, KeyHeader)], texts);
}
