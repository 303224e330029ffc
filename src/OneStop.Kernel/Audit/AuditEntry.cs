using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Kernel.Audit;

/// <summary>Who did what, when and why: one row per command, saved in the command's own transaction. Holds no personal data.</summary>
public sealed class AuditEntry
{
    /// <summary>The row.</summary>
    public Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Account that acted; null for the system and for visitors.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Kind of account that acted.</summary>
    public required string ActorKind { get; init; }

    /// <summary>The command's name.</summary>
    public required string Deed { get; init; }

    /// <summary>Id or code of what it was about.</summary>
    public string? Subject { get; init; }

    /// <summary>Reason given.</summary>
    public string? Reason { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.ActorKind).HasMaxLength(20);
        builder.Property(e => e.Deed).HasMaxLength(120);
        builder.Property(e => e.Subject).HasMaxLength(120);
        builder.Property(e => e.Reason).HasMaxLength(2000);
        builder.HasIndex(e => new { e.Subject, e.At });
        builder.HasIndex(e => new { e.ActorId, e.At });
    }
}
