using OneStop.Kernel.Data;

namespace OneStop.Approvals.Domain;

internal enum DraftState
{
    Draft,

    /// <summary>Waits for another person; nobody edits it.</summary>
    InReview,
}

/// <summary>A process that is being drawn. Publishing turns it into a <see cref="ProcessVersion"/>.</summary>
internal sealed class ProcessDraft : IVersioned
{
    public Guid Id { get; init; }

    /// <summary>Key of the process; follows what the file says.</summary>
    public required string Key { get; set; }

    public required string Name { get; set; }

    public required string Xml { get; set; }

    /// <summary>The version it was copied from.</summary>
    public Guid? BasedOnId { get; init; }

    public DraftState State { get; private set; }

    public Guid? CreatedById { get; init; }

    public required string CreatedByName { get; init; }

    public Guid? EditedById { get; private set; }

    public required string EditedByName { get; set; }

    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>What has changed and why, for the reviewer and for later readers.</summary>
    public string? Note { get; private set; }

    /// <summary>Why the reviewer has sent it back.</summary>
    public string? ReturnReason { get; private set; }

    public string? ReturnedByName { get; private set; }

    public long Version { get; set; }

    public void Edited(Guid? by, string name, DateTimeOffset now)
    {
        EditedById = by;
        EditedByName = name;
        EditedAt = now;
    }

    public void Submit(string note)
    {
        State = DraftState.InReview;
        Note = note;
        ReturnReason = null;
        ReturnedByName = null;
    }

    public void Return(string reason, string by)
    {
        State = DraftState.Draft;
        ReturnReason = reason;
        ReturnedByName = by;
    }

    /// <summary>Nobody approves what they have drawn.</summary>
    public bool IsWorkOf(Guid? account) => account is not null && (account == EditedById || account == CreatedById);
}
