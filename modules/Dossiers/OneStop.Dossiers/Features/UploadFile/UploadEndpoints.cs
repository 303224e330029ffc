using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Dossiers.Integrations;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Files;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.UploadFile;

// Two ways in: PUT with the bytes as body, streamed, for the page's script; POST multipart for a plain form, answered by going back to the page.
internal static class UploadEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut(DossiersUrls.UploadRoute, PutAsync).RequireAuthorization(Permissions.Own).ExcludeFromDescription();
        endpoints.MapPost(DossiersUrls.UploadRoute, PostAsync).RequireAuthorization(Permissions.Own).ExcludeFromDescription();
    }

    private static async Task<IResult> PutAsync(
        Guid id, string component, HttpContext http, IAntiforgery antiforgery, Upload upload, IErrorTexts texts, IStringLocalizer<CitizenTexts> words)
    {
        if (await CitizenRequests.RefuseForgedAsync(http, antiforgery, texts) is { } refused)
            return refused;
        if (http.Request.ContentLength > DossierFile.MaxBytes)
            return ApiResults.ToProblem([Error.Invalid(UploadErrors.TooLarge)], texts);
        var name = Uri.UnescapeDataString(http.Request.Headers["X-File-Name"].ToString());
        var added = await upload.TakeAsync(id, component, http.Request.Body, name, http.RequestAborted);
        return added.TryGet(out var file) ? Results.Json(UploadAnswer.Of(id, file, words)) : ApiResults.ToProblem(added.Errors, texts);
    }

    private static async Task<IResult> PostAsync(
        Guid id, string component, HttpContext http, IAntiforgery antiforgery, Upload upload, IErrorTexts texts, IStringLocalizer<CitizenTexts> words)
    {
        if (await CitizenRequests.RefuseForgedAsync(http, antiforgery, texts) is { } refused)
            return refused;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var files = form.Files.Where(f => f.FileName.Length > 0).ToArray();
        Result<FileView> last = Error.Invalid(UploadErrors.NoFile);
        foreach (var sent in files)
        {
            await using var content = sent.OpenReadStream();
            last = await upload.TakeAsync(id, component, content, sent.FileName, http.RequestAborted);
            if (last.IsFailure)
                break;
        }

        if (http.Request.WantsJson())
            return last.TryGet(out var file) ? Results.Json(UploadAnswer.Of(id, file, words)) : ApiResults.ToProblem(last.Errors, texts);
        var back = form["_back"].ToString() == "bo-sung" ? DossiersUrls.Supplement(id) : DossiersUrls.Papers(id);
        return last.IsSuccess
            ? Results.Redirect($"{back}#giay-to-{component}")
            : Results.Redirect($"{back}?loi={Uri.EscapeDataString(last.Error.Code)}&muc={Uri.EscapeDataString(component)}");
    }
}

// One file from the wire into the dossier: allowed, taken in, joined.
internal sealed class Upload(IDispatcher dispatcher, FileIntake intake)
{
    public async Task<Result<FileView>> TakeAsync(Guid id, string component, Stream content, string fileName, CancellationToken cancellationToken)
    {
        var may = await dispatcher.Send(new MayUpload(id, component), cancellationToken);
        if (may.IsFailure)
            return may.AsFailure<FileView>();
        var taken = await intake.TakeAsync(content, fileName, cancellationToken);
        return taken.TryGet(out var file) ? await dispatcher.Send(new AddFile(id, component, file), cancellationToken) : taken.AsFailure<FileView>();
    }
}

// What the page's script shows of a stored file.
internal sealed record UploadAnswer(Guid Id, string Name, long Size, string Url, string? RemoveUrl, string? ThumbnailUrl, string? Note)
{
    public static UploadAnswer Of(Guid dossierId, FileView file, IStringLocalizer<CitizenTexts> words) => new(
        file.Id, file.Name, file.Length, DossiersUrls.File(dossierId, file.Id), file.CanRemove ? DossiersUrls.RemoveFile(dossierId, file.Id) : null,
        ThumbnailOf(dossierId, file), NoteOf(file, words));

    public static string? NoteOf(FileView file, IStringLocalizer<CitizenTexts> words) => file.ContentType == FileTypes.Heic.ContentType ? words["Upload.HeicNote"].Value : null;

    public static string? ThumbnailOf(Guid dossierId, FileView file) =>
        file.ContentType == FileTypes.Jpeg.ContentType || file.ContentType == FileTypes.Png.ContentType || file.ContentType == FileTypes.WebP.ContentType
            ? DossiersUrls.File(dossierId, file.Id)
            : null;
}
