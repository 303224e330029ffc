using OneStop.Kernel.Results;

namespace OneStop.Identity.Contracts;

/// <summary>Checks số định danh cá nhân (Luật Căn cước; NĐ 137/2015/NĐ-CP art. 13: province, century and sex, year, six digits).</summary>
public interface ICitizenNumberRules
{
    /// <summary>The error at the number, or null when it is well formed and agrees with the birth date (when that is known).</summary>
    Error? Check(string? number, DateOnly? birthDate, string field);
}
