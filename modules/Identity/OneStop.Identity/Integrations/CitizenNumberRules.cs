using OneStop.Identity.Contracts;
using OneStop.Identity.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Identity.Integrations;

internal sealed class CitizenNumberRules(TimeProvider time) : ICitizenNumberRules
{
    public Error? Check(string? number, DateOnly? birthDate, string field) =>
        CitizenNumber.Check(number?.Trim(), birthDate, time.GetUtcNow().VietnamDate()) is { } code ? Error.Invalid(code, field) : null;
}
