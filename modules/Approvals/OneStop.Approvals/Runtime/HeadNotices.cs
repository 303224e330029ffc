using Microsoft.Extensions.Localization;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Resources;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>Writes to those who hold a step and to their heads. No name of a citizen, and nothing of what a dossier is about, leaves the house.</summary>
internal sealed class HeadNotices(ApprovalsDbContext context, IOrganisationDirectory organisation, IStringLocalizer<ApprovalsTexts> texts, TimeProvider time)
{
    public const string Category = "task";

    public void Tell(IEnumerable<Guid> people, string key, string? link, params object[] args)
    {
        foreach (var person in people.Distinct())
            context.Raise(new NotificationRequested(person, null, "vi", Category, texts.InBoth($"{key}.Subject", args), texts.InBoth($"{key}.Body", args), link, []), time.GetUtcNow());
    }

    /// <summary>Heads of the task's department, else leaders of its agency; a substitute in the place of the absent.</summary>
    public async Task<IReadOnlyList<Guid>> HeadsOfAsync(WorkTask task, CancellationToken cancellationToken)
    {
        foreach (var (department, role) in new[] { (task.DepartmentId, Roles.DepartmentHead), (null, Roles.AgencyLeader) })
        {
            var people = await PeopleAsync(task.AgencyId, department, role, cancellationToken);
            if (people.Count > 0)
                return people;
        }

        return [];
    }

    public async Task<IReadOnlyList<Guid>> LeadersOfAsync(WorkTask task, CancellationToken cancellationToken) =>
        await PeopleAsync(task.AgencyId, null, Roles.AgencyLeader, cancellationToken);

    /// <summary>Whoever has taken the task; while nobody has, those who could.</summary>
    public async Task<IReadOnlyList<Guid>> HoldersOfAsync(WorkTask task, CancellationToken cancellationToken)
    {
        var posts = await organisation.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, time.GetUtcNow().VietnamDate(), cancellationToken);
        if (task.AssigneeId is not { } assignee)
            return PeopleOf(posts);
        return [posts.FirstOrDefault(p => p.HolderId == assignee)?.SubstituteId ?? assignee];
    }

    private async Task<IReadOnlyList<Guid>> PeopleAsync(Guid agencyId, Guid? departmentId, string role, CancellationToken cancellationToken) =>
        PeopleOf(await organisation.HoldersAsync(agencyId, departmentId, role, time.GetUtcNow().VietnamDate(), cancellationToken));

    private static Guid[] PeopleOf(IEnumerable<PostInfo> posts) =>
        [.. posts.Where(p => p.HolderId is not null).Select(p => p.SubstituteId ?? p.HolderId!.Value).Distinct()];
}
