using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Runtime;

/// <summary>
/// What the engine remembers of instances that ended long ago. Rows of steps stay: they say who may still read the dossier, and how long each unit took.
/// As long as anything of the dossier still runs, nothing of it goes.
/// </summary>
internal static class FinishedInstances
{
    public static IQueryable<ProcessInstance> Before(ApprovalsDbContext context, string key, DateTimeOffset cutoff) =>
        from version in context.ProcessVersions
        where version.Key == key
        join instance in context.Instances on version.Id equals instance.ProcessVersionId
        where instance.PurgedAt == null && instance.EndedAt != null && instance.EndedAt < cutoff
            && !context.Instances.Any(other => other.DossierId == instance.DossierId && other.EndedAt == null)
        select instance;
}
