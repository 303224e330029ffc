using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Register;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.ExportRegister;

// Orders the Sổ theo dõi hồ sơ of a period; a worker writes it.
[Requires(DeskPermissions.ExportRegister)]
internal sealed record ExportRegister(DateOnly? From, DateOnly? To, string? ProcedureCode, RegisterFilter Filter, RegisterFormat Format) : ICommand<Guid>, IAudited
{
    public string AuditSubject => $"{From:yyyy-MM-dd}/{To:yyyy-MM-dd}";
}

internal sealed class ExportRegisterHandler(
    DossiersDbContext context, ICallerContext callers, PermissionCatalogue permissions, IOrganisationDirectory organisation, RegisterRows rows, RegisterSignal signal,
    TimeProvider time) : IHandler<ExportRegister, Guid>
{
    private const int MostWaiting = 3;

    public async Task<Result<Guid>> Handle(ExportRegister request, CancellationToken cancellationToken)
    {
        var assignments = permissions.AssignmentsFor(callers.Caller, DeskPermissions.ExportRegister);
        if (assignments.Count == 0 || callers.Caller.AccountId is not { } account)
            return Error.Forbidden(CommonErrors.NotAllowed);
        if (await context.RegisterExports.CountAsync(e => e.RequestedById == account && (e.State == RegisterExportState.Waiting || e.State == RegisterExportState.Running), cancellationToken) >= MostWaiting)
            return Error.RuleBroken(RegisterErrors.TooManyWaiting, MostWaiting);

        var agency = await organisation.FindAgencyAsync(assignments[0].AgencyId, cancellationToken);
        var now = time.GetUtcNow();
        var export = new RegisterExport
        {
            Id = EntityId.New(now),
            RequestedById = account,
            RequestedByName = callers.Caller.Name,
            AgencyName = agency?.Name ?? "",
            SuperiorAgency = agency?.ParentName,
            Scope = RegisterScope.Of(assignments),
            From = request.From!.Value,
            To = request.To!.Value,
            ProcedureCode = string.IsNullOrWhiteSpace(request.ProcedureCode) ? null : request.ProcedureCode.Trim(),
            Filter = request.Filter,
            Format = request.Format,
            CreatedAt = now,
            DueAt = now,
        };
        export.Total = await rows.CountAsync(export, now, cancellationToken);
        if (export.Total == 0)
            return Error.RuleBroken(RegisterErrors.Nothing);
        if (export.Total > RegisterExport.MostRows)
            return Error.RuleBroken(RegisterErrors.TooMany, export.Total, RegisterExport.MostRows);

        context.RegisterExports.Add(export);
        context.AfterCommit(signal.Wake);
        return export.Id;
    }
}
