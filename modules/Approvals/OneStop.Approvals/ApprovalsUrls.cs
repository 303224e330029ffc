namespace OneStop.Approvals;

/// <summary>Every route of the module.</summary>
internal static class ApprovalsUrls
{
    public const string Inbox = "/viec";
    public const string Task = "/viec/{TaskId:guid}";
    public const string Incidents = "/quan-tri/su-co-quy-trinh";

    public static string TaskOf(Guid taskId) => $"{Inbox}/{taskId}";
}
