using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Register;

// The rows of the register, oldest first, by keyset pages: as many as wanted with the memory of one page.
internal sealed class RegisterRows(DossiersDbContext context, PaperWords words)
{
    public const int PageSize = 1_000;

    public Task<int> CountAsync(RegisterExport export, DateTimeOffset now, CancellationToken cancellationToken) =>
        Wanted(export, now).CountAsync(cancellationToken);

    public async IAsyncEnumerable<IReadOnlyList<RegisterRow>> PagesAsync(
        RegisterExport export, DateTimeOffset now, int perVolume, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var written = 0;
        DateTimeOffset? lastAt = null;
        var lastId = Guid.Empty;
        while (written < RegisterExport.MostRows)
        {
            var page = Wanted(export, now);
            if (lastAt is { } at)
                page = page.After(d => d.AcceptedAt, d => d.Id, at, lastId);
            // The first step by its number: taking the first of each would have the database number all steps there are, for every page anew.
            var steps = context.Set<StepRow>().Where(s => s.Sequence == 1);
            var found = await page.OrderBy(d => d.AcceptedAt).ThenBy(d => d.Id).Take(Math.Min(PageSize, RegisterExport.MostRows - written))
                .SelectMany(d => steps.Where(s => s.DossierId == d.Id).DefaultIfEmpty(), (d, step) => new Found(
                    d.Id, d.Code!, d.ProcedureName, d.Applicant.Name, d.Applicant.Address, d.Applicant.Phone, d.ReceivingAgencyName, d.AcceptedAt!.Value, d.DueAt, d.LateAt,
                    d.FinishedAt, d.ReturnedAt, d.ClosedAt, d.ReturnMethod, d.Status, step == null ? null : new FirstStep(step.AgencyName, step.DepartmentName, step.EnteredAt)))
                .ToListAsync(cancellationToken);
            if (found.Count == 0)
                yield break;

            yield return [.. found.Select((row, index) => RowOf(row, ((written + index) % perVolume) + 1, now))];
            written += found.Count;
            (lastAt, lastId) = (found[^1].AcceptedAt, found[^1].Id);
        }
    }

    private IQueryable<Dossier> Wanted(RegisterExport export, DateTimeOffset now)
    {
        var from = VietnamTime.FromVietnam(export.From, TimeOnly.MinValue);
        var to = VietnamTime.FromVietnam(export.To.AddDays(1), TimeOnly.MinValue);
        var wanted = RegisterScope.Within(context.Dossiers.AsNoTracking(), export.Scope).Where(d => d.AcceptedAt >= from && d.AcceptedAt < to);
        if (export.ProcedureCode is { } procedure)
            wanted = wanted.Where(d => d.ProcedureCode == procedure);
        return export.Filter switch
        {
            RegisterFilter.Open => wanted.Where(d => d.FinishedAt == null && d.ClosedAt == null),
            RegisterFilter.Done => wanted.Where(d => d.FinishedAt != null || d.ClosedAt != null),
            RegisterFilter.Late => wanted.Where(d => (d.FinishedAt ?? d.ClosedAt ?? (d.PausedAt ?? now)) >= d.LateAt),
            _ => wanted,
        };
    }

    private RegisterRow RowOf(Found row, int number, DateTimeOffset now) => new(
        number, row.Code, row.ProcedureName, 1, row.ApplicantName, string.Join("; ", new[] { row.Address, row.Phone }.Where(part => part is { Length: > 0 })),
        row.First is { } step ? step.DepartmentName is { Length: > 0 } department ? $"{department} - {step.AgencyName}" : step.AgencyName : row.AgencyName,
        row.AcceptedAt, row.DueAt, row.First?.EnteredAt, row.FinishedAt, row.ReturnedAt, row.ReturnedAt is null ? null : words.Say($"Register.Method.{MethodOf(row.ReturnMethod)}"),
        row.ReturnedAt is null ? null : words.Say("Register.Returned"), NoteOf(row, now));

    private static string MethodOf(string method) => method is ReturnMethods.Online or ReturnMethods.Post ? method : ReturnMethods.Desk;

    private string? NoteOf(Found row, DateTimeOffset now)
    {
        if (row.Status == DossierStatus.Stopped)
            return words.Say("Register.Stopped");
        var late = (row.FinishedAt ?? now) >= row.LateAt && row.Status is not (DossierStatus.SupplementAsked or DossierStatus.PaymentAsked);
        return late ? words.Say("Register.Late") : null;
    }

    private sealed record Found(
        Guid Id, string Code, string ProcedureName, string ApplicantName, string Address, string Phone, string AgencyName, DateTimeOffset AcceptedAt, DateTimeOffset? DueAt,
        DateTimeOffset? LateAt, DateTimeOffset? FinishedAt, DateTimeOffset? ReturnedAt, DateTimeOffset? ClosedAt, string ReturnMethod, DossierStatus Status, FirstStep? First);

    private sealed record FirstStep(string AgencyName, string? DepartmentName, DateTimeOffset EnteredAt);
}
