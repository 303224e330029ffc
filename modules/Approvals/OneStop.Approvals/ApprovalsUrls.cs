namespace OneStop.Approvals;

/// <summary>Every route of the module.</summary>
internal static class ApprovalsUrls
{
    public const string Inbox = "/viec";
    public const string UnitTasks = "/viec-don-vi";
    public const string Task = "/viec/{TaskId:guid}";
    public const string AskOpinions = "/viec/{TaskId:guid}/lay-y-kien";
    public const string AnswerFiles = "/viec/{taskId:guid}/y-kien/tep";
    public const string RemoveAnswerFile = "/viec/{taskId:guid}/y-kien/tep/{fileId:guid}/bo";
    public const string Consultation = "/lay-y-kien/{ConsultationId:guid}";
    public const string Incidents = "/quan-tri/su-co-quy-trinh";
    public const string Incident = "/quan-tri/su-co-quy-trinh/{IncidentId:guid}";

    public const string Processes = "/quan-tri/quy-trinh";
    public const string Draft = "/quan-tri/quy-trinh/ban-thao/{DraftId:guid}";
    public const string Compare = "/quan-tri/quy-trinh/so-sanh";
    public const string Migration = "/quan-tri/quy-trinh/chuyen-phien-ban";
    public const string MigrationRun = "/quan-tri/quy-trinh/chuyen-phien-ban/{RunId:guid}";
    public const string Retention = "/quan-tri/quy-trinh/luu-giu";
    public const string Figures = "/quan-tri/quy-trinh/so-lieu";
    public const string DraftFile = "/quan-tri/quy-trinh/ban-thao/{id:guid}/tep";
    public const string Drafts = "/quan-tri/quy-trinh/ban-thao";
    public const string SimulateDraft = "/quan-tri/quy-trinh/ban-thao/{ProcessId:guid}/mo-phong";
    public const string SimulateVersion = "/quan-tri/quy-trinh/phien-ban/{ProcessId:guid}/mo-phong";
    public const string Simulation = "/quan-tri/quy-trinh/mo-phong/{RunId:guid}";
    public const string VersionFile = "/so-do/tep/{id:guid}";
    public const string Way = "/so-do/ho-so/{DossierId:guid}";

    public static string DraftOf(Guid draftId) => $"{Drafts}/{draftId}";

    public static string FileOfDraft(Guid draftId) => $"{Drafts}/{draftId}/tep";

    public static string SimulationOfDraft(Guid draftId) => $"{Drafts}/{draftId}/mo-phong";

    public static string SimulationOfVersion(Guid versionId) => $"{Processes}/phien-ban/{versionId}/mo-phong";

    public static string SimulationOf(Guid runId) => $"{Processes}/mo-phong/{runId}";

    public static string FileOfVersion(Guid versionId) => $"/so-do/tep/{versionId}";

    public static string Comparison(Guid before, Guid after) => $"{Compare}?truoc={before}&sau={after}";

    public static string MigrationOf(Guid from, Guid to) => $"{Migration}?tu={from}&den={to}";

    public static string RunOf(Guid runId) => $"{Migration}/{runId}";

    public static string FiguresOf(Guid versionId) => $"{Figures}?phien-ban={versionId}";

    public static string IncidentOf(Guid incidentId) => $"{Incidents}/{incidentId}";

    public static string IncidentsOf(string? process, string? code, string? element)
    {
        (string Name, string? Value)[] filters = [("quy-trinh", process), ("nguyen-nhan", code), ("buoc", element)];
        var given = filters.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}").ToList();
        return given.Count == 0 ? Incidents : $"{Incidents}?{string.Join('&', given)}";
    }

    public static string WayOf(Guid dossierId) => $"/so-do/ho-so/{dossierId}";

    public static string AskOpinionsOf(Guid taskId) => $"{Inbox}/{taskId}/lay-y-kien";

    public static string AnswerFilesOf(Guid taskId) => $"{Inbox}/{taskId}/y-kien/tep";

    public static string RemovalOf(Guid taskId, Guid fileId) => $"{AnswerFilesOf(taskId)}/{fileId}/bo";

    public static string ConsultationOf(Guid consultationId) => $"/lay-y-kien/{consultationId}";

    public static string TaskOf(Guid taskId) => $"{Inbox}/{taskId}";
}
