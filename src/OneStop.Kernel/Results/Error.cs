namespace OneStop.Kernel.Results;

/// <summary>What sort of failure an <see cref="Error"/> is; the edge maps it to a message or an HTTP status once, for everyone.</summary>
public enum ErrorKind
{
    /// <summary>The input is malformed; belongs to a field where <see cref="Error.Field"/> is set (400).</summary>
    Invalid,

    /// <summary>The thing does not exist, or the caller may not know that it does (404).</summary>
    NotFound,

    /// <summary>The caller lacks the permission or the scope (403).</summary>
    Forbidden,

    /// <summary>Somebody else changed it meanwhile (409).</summary>
    Conflict,

    /// <summary>The input is well formed but a rule of the business forbids the deed (422).</summary>
    RuleBroken,

    /// <summary>Something outside is down, locked or full; trying again later may work (503).</summary>
    Unavailable,
}

/// <summary>An expected failure as a value. The code is constant; the sentence is looked up by it at the edge, in the reader's language.</summary>
/// <param name="Code">Stable code such as <c>dossier.closed_procedure</c>; the key of the text.</param>
/// <param name="Kind">What sort of failure it is.</param>
/// <param name="Field">Name of the input field the error belongs to, or null for the whole request.</param>
/// <param name="Args">Values for the placeholders of the text, in order.</param>
public sealed record Error(string Code, ErrorKind Kind, string? Field = null, IReadOnlyList<object?>? Args = null)
{
    /// <summary>Malformed input at a field.</summary>
    public static Error Invalid(string code, string? field = null, params object?[] args) => new(code, ErrorKind.Invalid, field, args);

    /// <summary>A missing thing.</summary>
    public static Error NotFound(string code, params object?[] args) => new(code, ErrorKind.NotFound, null, args);

    /// <summary>A missing permission or scope.</summary>
    public static Error Forbidden(string code, params object?[] args) => new(code, ErrorKind.Forbidden, null, args);

    /// <summary>A lost race.</summary>
    public static Error Conflict(string code, params object?[] args) => new(code, ErrorKind.Conflict, null, args);

    /// <summary>A broken rule of the business.</summary>
    public static Error RuleBroken(string code, params object?[] args) => new(code, ErrorKind.RuleBroken, null, args);

    /// <summary>An outage.</summary>
    public static Error Unavailable(string code, params object?[] args) => new(code, ErrorKind.Unavailable, null, args);
}

/// <summary>Codes any request may end with.</summary>
public static class CommonErrors
{
    /// <summary>The row was changed by somebody else since it was read.</summary>
    public const string ChangedMeanwhile = "common.changed_meanwhile";

    /// <summary>A unique value exists already.</summary>
    public const string Duplicate = "common.duplicate";

    /// <summary>The caller must sign in first.</summary>
    public const string SignInRequired = "common.sign_in_required";

    /// <summary>The caller may not do this.</summary>
    public const string NotAllowed = "common.not_allowed";

    /// <summary>No such thing.</summary>
    public const string Missing = "common.missing";

    /// <summary>Database or disk cannot take the write now.</summary>
    public const string TryAgainLater = "common.try_again_later";

    /// <summary>A value is required. Fields use it when they have no code of their own.</summary>
    public const string Required = "common.required";

    /// <summary>A text is too long; {0} is the limit in characters.</summary>
    public const string TooLong = "common.too_long";

    /// <summary>A text holds characters that cannot be stored, such as NUL.</summary>
    public const string BadCharacters = "common.bad_characters";

    /// <summary>A value has the wrong form.</summary>
    public const string BadFormat = "common.bad_format";
}
