using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.SetFollowUp;

/// <summary>"Remind me on …": the task comes up again when the office opens on that day, or on the next working day. No day: no reminder.</summary>
[Requires(Permissions.Work)]
internal sealed record SetFollowUpCommand(Guid TaskId, DateOnly? Day, string? Note = null) : ICommand;

internal sealed class SetFollowUpValidator : AbstractValidator<SetFollowUpCommand>
{
    public SetFollowUpValidator() => RuleFor(c => c.Note).PlainText(500);
}

internal sealed class SetFollowUpHandler(ApprovalsDbContext context, IWorkingCalendar calendar, IFieldProtector protector, ICallerContext callers, TimeProvider time) : IHandler<SetFollowUpCommand, Done>
{
    private const int MostDays = 366;
    private const decimal OneMinute = 1m / 60;
    private static readonly TimeOnly UsualOpening = new(8, 0);

    public async Task<Result<Done>> Handle(SetFollowUpCommand request, CancellationToken cancellationToken)
    {
        var (caller, now) = (callers.Caller, time.GetUtcNow());
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TaskId, cancellationToken);
        if (task is null || !TaskAuthority.MayRead(caller, task))
            return ApprovalErrors.Missing();
        var me = caller.Id;
        var wish = await context.FollowUps.SingleOrDefaultAsync(f => f.TaskId == task.Id && f.AccountId == me, cancellationToken);
        if (request.Day is not { } day)
        {
            if (wish is not null)
                context.FollowUps.Remove(wish);
            return Done.Value;
        }

        if (!task.IsOpen)
            return TaskGate.Closed(task);
        var today = now.VietnamDate();
        if (day <= today || day > today.AddDays(MostDays))
            return Error.Invalid(ApprovalErrors.FollowUpDay, nameof(request.Day));
        if (wish is null)
            context.FollowUps.Add(wish = new FollowUp { Id = EntityId.New(now), TaskId = task.Id, AccountId = me });
        (wish.Day, wish.ReachedAt, wish.LeasedUntil) = (day, null, null);
        wish.Note = string.IsNullOrWhiteSpace(request.Note) ? null : protector.Protect(TaskCommandRules.Tidy(request.Note));
        wish.DueAt = await OpeningAsync(task.AgencyId, day, cancellationToken);
        return Done.Value;
    }

    /// <summary>The first office minute of the day or after it. Where the holiday table ends too early, a reminder on a holiday does no harm.</summary>
    private async Task<DateTimeOffset> OpeningAsync(Guid agencyId, DateOnly day, CancellationToken cancellationToken)
    {
        var minuteLater = await calendar.AddHoursAsync(agencyId, VietnamTime.FromVietnam(day, TimeOnly.MinValue), OneMinute, cancellationToken);
        return minuteLater.TryGet(out var found) ? found.AddMinutes(-1) : VietnamTime.FromVietnam(day, UsualOpening);
    }
}
