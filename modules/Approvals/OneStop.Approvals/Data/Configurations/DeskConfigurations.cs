using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Data.Configurations;

internal sealed class TaskNoteConfiguration : IEntityTypeConfiguration<TaskNote>
{
    public void Configure(EntityTypeBuilder<TaskNote> builder)
    {
        builder.HasKey(n => n.Id);
        builder.Property(n => n.AuthorName).HasMaxLength(300);
        builder.Property(n => n.StepName).HasMaxLength(500);
        builder.HasIndex(n => new { n.DossierId, n.At });
    }
}

internal sealed class TaskReadingConfiguration : IEntityTypeConfiguration<TaskReading>
{
    public void Configure(EntityTypeBuilder<TaskReading> builder)
    {
        builder.HasKey(r => new { r.TaskId, r.AccountId });
        builder.Property(r => r.AccountName).HasMaxLength(300);
    }
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Note).HasMaxLength(3000);
        builder.HasIndex(f => new { f.TaskId, f.AccountId }).IsUnique();
        builder.HasIndex(f => f.DueAt);
        builder.HasIndex(f => new { f.AccountId, f.Day });
    }
}

internal sealed class SavedFilterConfiguration : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(100);
        builder.Property(f => f.Query).HasMaxLength(1000);
        builder.HasIndex(f => new { f.AccountId, f.Name }).IsUnique();
    }
}

internal sealed class BulkDeedConfiguration : IEntityTypeConfiguration<BulkDeed>
{
    public void Configure(EntityTypeBuilder<BulkDeed> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.ColleagueName).HasMaxLength(300);
        builder.Property(d => d.Reason).HasMaxLength(4000);
        builder.Property(d => d.Action).HasMaxLength(100);
        builder.Property(d => d.ActionLabel).HasMaxLength(500);
        builder.HasIndex(d => d.DueAt);
        builder.HasIndex(d => new { d.AccountId, d.AskedAt });
    }
}

internal sealed class BulkItemConfiguration : IEntityTypeConfiguration<BulkItem>
{
    public void Configure(EntityTypeBuilder<BulkItem> builder)
    {
        builder.HasKey(i => new { i.DeedId, i.TaskId });
        builder.Property(i => i.DossierCode).HasMaxLength(60);
        builder.Property(i => i.StepName).HasMaxLength(500);
        builder.Property(i => i.ErrorCode).HasMaxLength(100);
        builder.Property(i => i.ErrorArgs).HasMaxLength(2000);
    }
}
