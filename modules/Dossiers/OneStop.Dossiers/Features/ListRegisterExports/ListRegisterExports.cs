using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ListRegisterExports;

// The caller's own orders, newest first.
[Requires(DeskPermissions.ExportRegister)]
internal sealed record ListRegisterExports : IQuery<IReadOnlyList<RegisterExportRow>>;

internal sealed record RegisterExportRow(
    Guid Id, DateOnly From, DateOnly To, string? ProcedureCode, RegisterFilter Filter, RegisterFormat Format, RegisterExportState State, int Total, int Written, int Volumes,
    long Length, DateTimeOffset CreatedAt);

internal sealed class ListRegisterExportsHandler(DossiersDbContext context, ICallerContext callers) : IHandler<ListRegisterExports, IReadOnlyList<RegisterExportRow>>
{
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<RegisterExportRow>>> Handle(ListRegisterExports request, CancellationToken cancellationToken) =>
        await context.RegisterExports.AsNoTracking().Where(e => e.RequestedById == callers.Caller.AccountId).OrderByDescending(e => e.CreatedAt).Take(Most)
            .Select(e => new RegisterExportRow(e.Id, e.From, e.To, e.ProcedureCode, e.Filter, e.Format, e.State, e.Total, e.Written, e.Volumes, e.Length, e.CreatedAt))
            .ToListAsync(cancellationToken);
}
