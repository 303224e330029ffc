using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.FromStatus).HasConversion<int>();
        builder.Property(h => h.ToStatus).HasConversion<int>();
        builder.Property(h => h.ActorName).HasMaxLength(200);
        builder.Property(h => h.OnBehalfOf).HasMaxLength(200);
        builder.Property(h => h.Subject).HasMaxLength(Dossier.ReasonLength);
        builder.Property(h => h.Comment).HasMaxLength(StepRow.CommentLength);
        builder.Property(h => h.PreviousHash).HasMaxLength(64);
        builder.Property(h => h.Hash).HasMaxLength(64);
        // One line per place in the chain: two writers cannot fork it.
        builder.HasIndex(h => new { h.DossierId, h.Sequence }).IsUnique();
    }
}
