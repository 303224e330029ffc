using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;

namespace OneStop.Dossiers.Components;

// Writes who read a dossier and why; its owner sees the list (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
internal sealed class AccessLog(DossiersDbContext context, ICallerContext callers, TimeProvider time)
{
    private const int PurposeLength = 300;

    public void Record(Guid dossierId, string purpose)
    {
        var caller = callers.Caller;
        var now = time.GetUtcNow();
        context.AccessRecords.Add(new AccessRecord
        {
            Id = EntityId.New(now),
            DossierId = dossierId,
            At = now,
            AccountId = caller.AccountId,
            Name = caller.Name,
            Title = caller.Assignments.Select(a => a.Title).FirstOrDefault(t => t.Length > 0),
            Purpose = purpose.Length > PurposeLength ? purpose[..PurposeLength] : purpose,
        });
    }
}
