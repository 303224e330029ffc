using OneStop.Kernel.Data;
using OneStop.Kernel.Texts;

namespace OneStop.Catalogue.Domain;

// A procedure (thủ tục hành chính) over all its versions.
internal sealed class Procedure : IVersioned
{
    public Guid Id { get; init; }
    public required string Code { get; init; }
    public Guid FieldId { get; set; }
    public Guid CurrentVersionId { get; set; }
    public required string ContentHash { get; set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? ClosedReasonVi { get; private set; }
    public string? ClosedReasonEn { get; private set; }
    public long Version { get; set; }

    public LocalizedText? ClosedReason => ClosedAt is null ? null : new LocalizedText(ClosedReasonVi ?? "", ClosedReasonEn ?? ClosedReasonVi ?? "");

    public void Close(LocalizedText reason, DateTimeOffset now) => (ClosedAt, ClosedReasonVi, ClosedReasonEn) = (now, reason.Vi, reason.En);

    public void Reopen() => (ClosedAt, ClosedReasonVi, ClosedReasonEn) = (null, null, null);
}
