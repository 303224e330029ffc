using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Integrations;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Catalogue.Features.ProceduresApi;

internal static class ProceduresEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/v1/procedures").WithTags("procedures").AllowAnonymous().CacheOutput(CataloguePageCache.Name);
        group.MapGet("/", SearchAsync).WithName("SearchProcedures").WithSummary("Searches published procedures.")
            .Produces<ProcedureListAnswer>();
        group.MapGet("/{code}", ReadAsync).WithName("ReadProcedure").WithSummary("Reads one procedure: the version in force today.")
            .Produces<ProcedureAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SearchAsync(
        IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken, [FromQuery] string? q = null, [FromQuery] string? field = null,
        [FromQuery] string? level = null, [FromQuery] string? audience = null, [FromQuery] string? lifeEvent = null, [FromQuery] bool online = false,
        [FromQuery] string? after = null, [FromQuery] int size = SearchProcedures.SearchProcedures.DefaultSize)
    {
        var filter = new SearchFilter(Given(field), Given(level), Given(audience), Given(lifeEvent), online);
        var result = await dispatcher.Send(new SearchProcedures.SearchProcedures(q, filter, after, size), cancellationToken);
        return result.Map(l => new ProcedureListAnswer(
            [.. l.Items.Select(i => new ProcedureListItem(i.Code, i.Name, string.Join(',', i.Levels), i.Field, i.PlainName, i.Online))], l.Total, l.Next)).ToHttp(texts);
    }

    private static async Task<IResult> ReadAsync(string code, IDispatcher dispatcher, IErrorTexts texts, CancellationToken cancellationToken)
    {
        var result = await dispatcher.Send(new ShowProcedure.ShowProcedure(code), cancellationToken);
        return result.Map(ProcedureAnswer.From).ToHttp(texts);
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
