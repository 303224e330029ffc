using FluentValidation;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

/// <summary>What every command on an incident carries. The command id is made once by the page; sending it again changes nothing.</summary>
internal interface IIncidentCommand : IAudited
{
    Guid IncidentId { get; }

    Guid CommandId { get; }

    string Why { get; }

    string? IAudited.AuditSubject => IncidentId.ToString();

    string? IAudited.AuditReason => Why.Length <= IncidentCommandRules.LongestAudited ? Why : Why[..IncidentCommandRules.LongestAudited];
}

internal static class IncidentCommandRules
{
    public const int LongestAudited = 2_000;

    public static void IncidentRules<T>(this AbstractValidator<T> validator)
        where T : IIncidentCommand
    {
        validator.RuleFor(c => c.IncidentId).NotEmpty().WithErrorCode(CommonErrors.Required);
        validator.RuleFor(c => c.CommandId).NotEmpty().WithErrorCode(CommonErrors.Required);
        validator.RuleFor(c => c.Why).ReasonGiven();
    }
}
