using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Catalogue.Features.CloseProcedure;

// Closes a procedure to new dossiers, or opens it again when no reason is given. Running dossiers go on.
[Requires(Permissions.Close)]
internal sealed record CloseProcedure(string Code, LocalizedText? Reason) : ICommand, IAudited
{
    public string AuditSubject => Code;

    public string? AuditReason => Reason?.Vi;
}

internal sealed class CloseProcedureValidator : AbstractValidator<CloseProcedure>
{
    private const int LongestReason = 1000;

    public CloseProcedureValidator()
    {
        RuleFor(c => c.Code).NotEmpty().WithErrorCode(CommonErrors.Required);
        When(c => c.Reason is not null, () =>
        {
            RuleFor(c => c.Reason!.Vi).NotEmpty().WithErrorCode(CommonErrors.Required)
                .MaximumLength(LongestReason).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { LongestReason });
            RuleFor(c => c.Reason!.En).MaximumLength(LongestReason).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { LongestReason });
        });
    }
}

internal sealed class CloseProcedureHandler(CatalogueDbContext context, CatalogueIndex index, TimeProvider time) : IHandler<CloseProcedure, Done>
{
    public async Task<Result<Done>> Handle(CloseProcedure request, CancellationToken cancellationToken)
    {
        var procedure = await context.Set<Procedure>().SingleOrDefaultAsync(p => p.Code == request.Code, cancellationToken);
        if (procedure is null)
            return Error.NotFound(CatalogueErrors.UnknownProcedure, request.Code);
        var now = time.GetUtcNow();
        if (request.Reason is { } reason)
            procedure.Close(reason, now);
        else
            procedure.Reopen();
        await CatalogueChange.RecordAsync(context, index, procedure.Code, now, cancellationToken);
        return Done.Value;
    }
}
