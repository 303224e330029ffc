using FluentValidation.Results;
using OneStop.Kernel.Results;

namespace OneStop.Kernel.Requests;

// A rule that names no code of its own falls back to a sentence everybody understands.
internal static class ValidationErrors
{
    public static Error From(ValidationFailure failure) => failure.ErrorCode switch
    {
        "NotEmptyValidator" or "NotNullValidator" => Error.Invalid(CommonErrors.Required, failure.PropertyName),
        "MaximumLengthValidator" or "LengthValidator" => Error.Invalid(CommonErrors.TooLong, failure.PropertyName, failure.FormattedMessagePlaceholderValues.GetValueOrDefault("MaxLength")),
        var code when code.EndsWith("Validator", StringComparison.Ordinal) => Error.Invalid(CommonErrors.BadFormat, failure.PropertyName),
        var code => Error.Invalid(code, failure.PropertyName, failure.CustomState as object?[] ?? []),
    };
}
