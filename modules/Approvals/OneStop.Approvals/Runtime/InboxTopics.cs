namespace OneStop.Approvals.Runtime;

/// <summary>Topics of the live feed that open inboxes and task pages listen to. They carry no data.</summary>
internal static class InboxTopics
{
    /// <summary>Something changed that no single unit's topic covers.</summary>
    public const string Everything = "approvals:inbox";

    public static string Agency(Guid agencyId) => $"approvals:inbox:{agencyId:N}";

    public static string Bulk(Guid deedId) => $"approvals:bulk:{deedId:N}";

    public static string Consultations(Guid dossierId) => $"approvals:consultations:{dossierId:N}";

    public static string Desk(Guid dossierId) => $"approvals:desk:{dossierId:N}";

    public static string Task(Guid taskId) => $"approvals:task:{taskId:N}";
}
