namespace OneStop.Dossiers;

// Addresses of the citizen's side.
internal static class DossiersUrls
{
    public const string List = "/ho-so";
    public const string StartRoute = "/nop-ho-so/{ProcedureCode}";
    public const string DossierRoute = "/ho-so/{Id:guid}";
    public const string TasksRoute = "/ho-so/{Id:guid}/soan";
    public const string ReceiverRoute = "/ho-so/{Id:guid}/noi-nop";
    public const string SectionRoute = "/ho-so/{Id:guid}/soan/{Section}";
    public const string PapersRoute = "/ho-so/{Id:guid}/giay-to";
    public const string CheckRoute = "/ho-so/{Id:guid}/kiem-tra";
    public const string SentRoute = "/ho-so/{Id:guid}/da-gui";
    public const string SupplementRoute = "/ho-so/{Id:guid}/bo-sung";
    public const string WithdrawRoute = "/ho-so/{Id:guid}/rut";
    public const string DeleteRoute = "/ho-so/{Id:guid}/xoa";
    public const string AutosaveRoute = "/ho-so/{id:guid}/luu/{section}";
    public const string UploadRoute = "/ho-so/{id:guid}/giay-to/{component}/tep";
    public const string FileRoute = "/ho-so/{id:guid}/tep/{fileId:guid}";
    public const string RemoveFileRoute = "/ho-so/{id:guid}/tep/{fileId:guid}/xoa";
    public const string Track = "/tra-cuu";

    public static string Start(string procedureCode) => $"/nop-ho-so/{Uri.EscapeDataString(procedureCode)}";

    public static string Procedure(string procedureCode) => $"/thu-tuc/{Uri.EscapeDataString(procedureCode)}";

    public static string ListOf(string view, string? after = null) => after is null ? $"{List}?xem={view}" : $"{List}?xem={view}&sau={Uri.EscapeDataString(after)}";

    public static string Dossier(Guid id) => $"{List}/{id}";

    public static string Tasks(Guid id) => $"{List}/{id}/soan";

    public static string Receiver(Guid id) => $"{List}/{id}/noi-nop";

    public static string Section(Guid id, string section) => $"{List}/{id}/soan/{Uri.EscapeDataString(section)}";

    public static string Papers(Guid id) => $"{List}/{id}/giay-to";

    public static string Check(Guid id) => $"{List}/{id}/kiem-tra";

    public static string Sent(Guid id) => $"{List}/{id}/da-gui";

    public static string Supplement(Guid id) => $"{List}/{id}/bo-sung";

    public static string Withdraw(Guid id) => $"{List}/{id}/rut";

    public static string Delete(Guid id) => $"{List}/{id}/xoa";

    public static string Autosave(Guid id, string section) => $"{List}/{id}/luu/{Uri.EscapeDataString(section)}";

    public static string Upload(Guid id, string component) => $"{List}/{id}/giay-to/{Uri.EscapeDataString(component)}/tep";

    public static string File(Guid id, Guid fileId) => $"{List}/{id}/tep/{fileId}";

    public static string RemoveFile(Guid id, Guid fileId) => $"{List}/{id}/tep/{fileId}/xoa";
}
