using Microsoft.AspNetCore.Http;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Kernel.Http;

/// <summary>The one mapping from outcomes to HTTP: a value, or problem details (RFC 9457) in the reader's language.</summary>
public static class ApiResults
{
    /// <summary>200 with the value, or the problem.</summary>
    public static IResult ToHttp<T>(this Result<T> result, IErrorTexts texts) =>
        result.TryGet(out var value) ? TypedResults.Ok(value) : ToProblem(result.Errors, texts);

    /// <summary>201 at the address with the value, or the problem.</summary>
    public static IResult ToCreated<T>(this Result<T> result, IErrorTexts texts, Func<T, string> address) =>
        result.TryGet(out var value) ? TypedResults.Created(address(value), value) : ToProblem(result.Errors, texts);

    /// <summary>204, or the problem.</summary>
    public static IResult ToNoContent(this Result<Done> result, IErrorTexts texts) =>
        result.IsSuccess ? TypedResults.NoContent() : ToProblem(result.Errors, texts);

    /// <summary>Problem details of a failure; errors at fields come under <c>errors</c>, the code under <c>code</c>.</summary>
    public static IResult ToProblem(IReadOnlyList<Error> errors, IErrorTexts texts)
    {
        var first = errors[0];
        var extensions = new Dictionary<string, object?> { ["code"] = first.Code };
        if (errors.Any(e => e.Field is not null))
        {
            extensions["errors"] = errors.Where(e => e.Field is not null)
                .GroupBy(e => e.Field!, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(texts.Describe).ToArray());
        }

        return TypedResults.Problem(detail: texts.Describe(first), statusCode: StatusOf(first), extensions: extensions);
    }

    /// <summary>HTTP status of an error.</summary>
    public static int StatusOf(Error error) => error.Kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Forbidden => error.Code == CommonErrors.SignInRequired ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.RuleBroken => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
