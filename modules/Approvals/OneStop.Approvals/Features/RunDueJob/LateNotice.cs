using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Resources;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.RunDueJob;

/// <summary>Tells the heads of the unit that a step has passed its hours. No name of a citizen leaves the house.</summary>
internal sealed class LateNotice(ApprovalsDbContext context, IOrganisationDirectory organisation, IStringLocalizer<ApprovalsTexts> texts, TimeProvider time)
{
    public async Task SendAsync(ProcessInstance instance, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var late = await context.Tasks.AsNoTracking().Where(t => t.InstanceId == instance.Id && t.State == TaskState.Open && t.DueAt != null && t.DueAt <= now).ToListAsync(cancellationToken);
        foreach (var task in late)
        {
            foreach (var head in await HeadsAsync(task, now.VietnamDate(), cancellationToken))
            {
                var subject = Both("Late.Subject", task.DossierCode);
                var body = Both("Late.Body", task.DossierCode, task.StepName, task.AssigneeName ?? task.DepartmentName ?? task.AgencyName);
                context.Raise(new NotificationRequested(head, null, "vi", "task", subject, body, ApprovalsUrls.TaskOf(task.Id), []), now);
            }
        }
    }

    private async Task<IReadOnlyList<Guid>> HeadsAsync(WorkTask task, DateOnly on, CancellationToken cancellationToken)
    {
        foreach (var (department, role) in new[] { (task.DepartmentId, Roles.DepartmentHead), (null, Roles.AgencyLeader) })
        {
            var posts = await organisation.HoldersAsync(task.AgencyId, department, role, on, cancellationToken);
            Guid[] people = [.. posts.Where(p => p.HolderId is not null).Select(p => p.SubstituteId ?? p.HolderId!.Value).Distinct()];
            if (people.Length > 0)
                return people;
        }

        return [];
    }

    private LocalizedText Both(string key, params object[] args)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = ReadersCulture.Vietnamese;
            var vietnamese = texts[key, args].Value;
            CultureInfo.CurrentUICulture = ReadersCulture.English;
            return new LocalizedText(vietnamese, texts[key, args].Value);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
