namespace OneStop.Dossiers;

// Addresses of the desk and of public tracking.
internal static class DeskUrls
{
    public const string Queue = "/tiep-nhan";
    public const string ReviewRoute = "/tiep-nhan/{Id:guid}";
    public const string FormRoute = "/tiep-nhan/{id:guid}/{form}.pdf";
    public const string Track = "/tra-cuu";
    public const string Apologies = "/xin-loi";
    public const string TrackResult = "/tra-cuu/ket-qua";

    public static string Review(Guid id) => $"{Queue}/{id}";

    public static string Form(Guid id, string form) => $"{Queue}/{id}/{form}.pdf";

    public static string ApologiesOf(string period) => $"{Apologies}?ky={period}";

    public static string TrackCode(string code) => $"{Track}?ma={Uri.EscapeDataString(code)}";

    public static string TrackTicket(string ticket) => $"{TrackResult}?phieu={Uri.EscapeDataString(ticket)}";

    public const string UnitSearch = "/can-bo/ho-so";
    public const string UnitDossierRoute = "/can-bo/ho-so/{Id:guid}";
    public const string ControlSlipRoute = "/can-bo/ho-so/{id:guid}/phieu-kiem-soat.pdf";
    public const string CorrectResultRoute = "/can-bo/ho-so/{Id:guid}/dinh-chinh";
    public const string TimeOutsRoute = "/can-bo/ho-so/{Id:guid}/thoi-gian-khong-tinh";
    public const string RevokeResultRoute = "/can-bo/ho-so/{Id:guid}/thu-hoi";
    public const string Register = "/can-bo/so-theo-doi";
    public const string RegisterFileRoute = "/can-bo/so-theo-doi/{id:guid}/tep";
    public const string StaffFileRoute = "/can-bo/tep/{id:guid}";

    public static string UnitDossier(Guid id) => $"{UnitSearch}/{id}";

    public static string ControlSlip(Guid id) => $"{UnitSearch}/{id}/phieu-kiem-soat.pdf";

    public static string CorrectResult(Guid id) => $"{UnitSearch}/{id}/dinh-chinh";

    public static string TimeOuts(Guid id) => $"{UnitSearch}/{id}/thoi-gian-khong-tinh";

    public static string RevokeResult(Guid id) => $"{UnitSearch}/{id}/thu-hoi";

    public static string RegisterFile(Guid id) => $"{Register}/{id}/tep";

    public static string StaffFile(Guid id) => $"/can-bo/tep/{id}";

    // The owner's own page.
    public static string OwnDossier(Guid id) => $"/ho-so/{id}";

    // The page of Approvals that draws the way of a dossier.
    public static string Way(Guid dossierId) => $"/so-do/ho-so/{dossierId}";

    // The page of Approvals where an open step is done.
    public static string Task(Guid taskId) => $"/viec/{taskId}";
}
