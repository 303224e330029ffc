using System.Diagnostics.CodeAnalysis;

namespace OneStop.Kernel.Results;

/// <summary>The value of a deed that has nothing to tell but that it is done.</summary>
public readonly record struct Done
{
    /// <summary>The only value.</summary>
    public static Done Value => default;
}

/// <summary>Either a value or the errors that stopped the deed. Exceptions are left for bugs and broken infrastructure.</summary>
/// <typeparam name="T">What the deed answers.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly IReadOnlyList<Error>? errors;

    private Result(T value)
    {
        this.value = value;
        errors = null;
    }

    private Result(IReadOnlyList<Error> errors)
    {
        value = default;
        this.errors = errors.Count > 0 ? errors : throw new ArgumentException("A failure names at least one error.", nameof(errors));
    }

    /// <summary>Whether the deed was done.</summary>
    public bool IsSuccess => errors is null;

    /// <summary>Whether the deed failed.</summary>
    public bool IsFailure => errors is not null;

    /// <summary>The answer; throws when the deed failed.</summary>
    public T Value => errors is null ? value! : throw new InvalidOperationException($"No value: {errors[0].Code}");

    /// <summary>The errors; empty when the deed was done.</summary>
    public IReadOnlyList<Error> Errors => errors ?? [];

    /// <summary>The first error; throws when the deed was done.</summary>
    public Error Error => errors is { } list ? list[0] : throw new InvalidOperationException("The deed was done; there is no error.");

    /// <summary>Gives the value when there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T found)
    {
        found = value;
        return errors is null;
    }

    /// <summary>The same outcome with the value turned into another.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> map) => errors is null ? new Result<TOther>(map(value!)) : new Result<TOther>(errors);

    /// <summary>The same failure as the result of a deed with another answer; throws when the deed was done.</summary>
    public Result<TOther> AsFailure<TOther>() => new(errors ?? throw new InvalidOperationException("Not a failure."));

    /// <summary>A done deed.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>A failed deed.</summary>
    public static implicit operator Result<T>(Error error) => new([error]);

    /// <summary>A deed failed for several reasons.</summary>
    public static implicit operator Result<T>(Error[] errors) => new(errors);

    /// <summary>A deed failed for several reasons.</summary>
    public static implicit operator Result<T>(List<Error> errors) => new(errors);
}
