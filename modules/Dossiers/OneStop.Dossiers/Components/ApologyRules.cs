using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.UI;

namespace OneStop.Dossiers.Components;

// What the head signs: a concrete reason, and a new appointment in office hours, after now and after the old one.
internal sealed class ApologyRules(DossiersDbContext context, IWorkingCalendar calendar, TimeProvider time)
{
    private const int LeastLetters = 20;
    private const int LeastWords = 5;
    private const int MostDays = 365;

    public async Task<Result<DateTimeOffset>> CheckAsync(Guid apologyId, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var found = await context.Apologies.AsNoTracking().Where(a => a.Id == apologyId)
            .Join(context.Dossiers, a => a.DossierId, d => d.Id, (a, d) => new { a.State, d.DueAt, d.ReceivingAgencyId }).FirstOrDefaultAsync(cancellationToken);
        if (found is not { State: ApologyState.Waiting })
            return Error.RuleBroken(ApologyErrors.NotWaiting);

        var errors = new List<Error>();
        if (IsVague(fields.GetValueOrDefault(StepFields.ApologyReason) ?? ""))
            errors.Add(Error.Invalid(ApologyErrors.ReasonVague, StepFields.ApologyReason, LeastWords, LeastLetters));
        var due = Read(fields);
        if (due.IsFailure)
            errors.AddRange(due.Errors);
        else if (await ProblemAsync(due.Value, found.DueAt, found.ReceivingAgencyId, cancellationToken) is { } problem)
            errors.Add(problem);
        return errors.Count > 0 ? errors : due.Value;
    }

    public static Result<DateTimeOffset> Read(IReadOnlyDictionary<string, string> fields)
    {
        if (!DateText.TryRead(fields.GetValueOrDefault(StepFields.NewDueDay), out var day))
            return Error.Invalid(ApologyErrors.DayUnreadable, StepFields.NewDueDay);
        var typed = fields.GetValueOrDefault(StepFields.NewDueTime)?.Trim().Replace('h', ':').Replace('.', ':');
        return TimeOnly.TryParseExact(typed, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? VietnamTime.FromVietnam(day, hour)
            : Error.Invalid(ApologyErrors.TimeUnreadable, StepFields.NewDueTime);
    }

    private async Task<Error?> ProblemAsync(DateTimeOffset due, DateTimeOffset? present, Guid agencyId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (due <= now)
            return Error.Invalid(ApologyErrors.NotAfterNow, StepFields.NewDueDay);
        if (due <= present)
            return Error.Invalid(ApologyErrors.NotLater, StepFields.NewDueDay);
        if (due > now.AddDays(MostDays))
            return Error.Invalid(ApologyErrors.TooFar, StepFields.NewDueDay);
        // The minute that ends or begins there is office time: opening and closing are both hours at which a result can be handed over.
        var minute = TimeSpan.FromMinutes(1);
        return (await calendar.BetweenAsync(agencyId, due - minute, due + minute, cancellationToken)).Minutes > 0
            ? null
            : Error.Invalid(ApologyErrors.OutsideOfficeHours, StepFields.NewDueTime);
    }

    private static bool IsVague(string reason) =>
        reason.Count(char.IsLetter) < LeastLetters || reason.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length < LeastWords;
}
