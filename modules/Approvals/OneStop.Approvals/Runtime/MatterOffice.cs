using OneStop.Approvals.Domain;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>
/// Who decides a matter, and who hears of it when nobody does. A matter belongs to a given unit, so its steps name a role and no place:
/// the head of the department where there is one who did not ask himself, else a leader of the agency.
/// </summary>
internal sealed class MatterOffice(IOrganisationDirectory organisation)
{
    public async Task<CandidateGroup?> DecidersAsync(ProcessInstance instance, string role, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await organisation.FindAgencyAsync(instance.ReceivingAgencyId, cancellationToken) is not { } agency)
            return null;
        if (role == Roles.DepartmentHead && instance.DepartmentId is { } department)
        {
            var heads = await organisation.HoldersAsync(agency.Id, department, role, now.VietnamDate(), cancellationToken);
            if (heads.FirstOrDefault(h => h.HolderId is not null && h.HolderId != instance.AskedById) is { } head)
                return new CandidateGroup(role, agency.Id, agency.Name, agency.Path, department, head.DepartmentName);
        }

        // A consulted department prepares its opinion itself.
        if (role == Roles.Officer && instance.DepartmentId is { } own)
        {
            var departments = await organisation.DepartmentsAsync(agency.Id, cancellationToken);
            return new CandidateGroup(role, agency.Id, agency.Name, agency.Path, own, departments.FirstOrDefault(d => d.Id == own)?.Name);
        }

        return new CandidateGroup(role == Roles.DepartmentHead ? Roles.AgencyLeader : role, agency.Id, agency.Name, agency.Path, null, null);
    }

    /// <summary>The unit above the one that has the task, and its heads with those who stand in for them.</summary>
    public async Task<(string Unit, IReadOnlyList<Guid> People)> AboveAsync(WorkTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var agency = await organisation.FindAgencyAsync(task.AgencyId, cancellationToken);
        if (task.Role != Roles.DepartmentHead && agency?.ParentId is { } parentId)
            agency = await organisation.FindAgencyAsync(parentId, cancellationToken) ?? agency;
        if (agency is null)
            return (task.AgencyName, []);
        var posts = await organisation.HoldersAsync(agency.Id, null, Roles.AgencyLeader, now.VietnamDate(), cancellationToken);
        return (agency.Name, [.. posts.Where(p => p.HolderId is not null).Select(p => p.SubstituteId ?? p.HolderId!.Value).Distinct()]);
    }
}
