using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneStop.Dossiers.Features.ReadTracked;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.TrackDossier;

internal sealed record TrackRequest(string? Code, string? LookupCode);

internal sealed record TrackResponse(
    string Code, string Procedure, string Applicant, int Status, string ReceivingAgency, DateTimeOffset SentAt, DateTimeOffset? AcceptedAt, DateTimeOffset? DueAt,
    DateTimeOffset? FinishedAt, bool IsPaused, int? UsedMinutes, int? LeftMinutes, IReadOnlyList<TrackedStep> Steps);

internal static class TrackEndpoint
{
    private const string Route = "/api/v1/track";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Route, TrackAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(TrackingLimits.Policy)
            .WithName("TrackDossier").WithSummary("Where a dossier is, by its code and look-up code")
            .Produces<TrackResponse>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> TrackAsync(TrackRequest request, IDispatcher dispatcher, IErrorTexts texts, HttpContext http)
    {
        var found = await dispatcher.Send(new TrackDossier(request.Code, request.LookupCode, TrackingLimits.AddressOf(http)), http.RequestAborted);
        if (!found.TryGet(out var pass))
            return Problem(found.Errors, texts);

        var read = await dispatcher.Send(new ReadTracked.ReadTracked(pass.Ticket), http.RequestAborted);
        return read.TryGet(out var dossier) ? Results.Ok(Answer(dossier)) : Problem(read.Errors, texts);
    }

    private static TrackResponse Answer(TrackedDossier d) => new(
        d.Code, d.ProcedureName, d.MaskedApplicant, (int)d.Status, d.AgencyName, d.SentAt, d.AcceptedAt, d.DueAt, d.FinishedAt, d.PausedAt is not null,
        d.Used?.Minutes, d.Left?.Minutes, d.Steps);

    private static IResult Problem(IReadOnlyList<Error> errors, IErrorTexts texts)
    {
        if (errors[0].Kind == ErrorKind.Invalid)
        {
            return Results.ValidationProblem(
                errors.GroupBy(e => e.Field ?? "").ToDictionary(g => g.Key, g => g.Select(texts.Describe).ToArray()),
                extensions: new Dictionary<string, object?> { ["code"] = errors[0].Code });
        }

        var status = errors[0] switch
        {
            { Code: Domain.TrackingErrors.Wait } => StatusCodes.Status429TooManyRequests,
            { Kind: ErrorKind.NotFound } => StatusCodes.Status404NotFound,
            { Kind: ErrorKind.Unavailable } => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        return Results.Problem(texts.Describe(errors[0]), statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = errors[0].Code });
    }
}
