using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Data.Configurations;

internal sealed class OperatorDeedConfiguration : IEntityTypeConfiguration<OperatorDeed>
{
    public void Configure(EntityTypeBuilder<OperatorDeed> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.DossierCode).HasMaxLength(60);
        builder.Property(d => d.Kind).HasMaxLength(20);
        builder.Property(d => d.Element).HasMaxLength(200);
        builder.Property(d => d.To).HasMaxLength(200);
        builder.Property(d => d.Why).HasMaxLength(4000);
        builder.Property(d => d.ActorName).HasMaxLength(300);
        builder.HasIndex(d => new { d.InstanceId, d.At });
    }
}

internal sealed class MigrationRunConfiguration : IEntityTypeConfiguration<MigrationRun>
{
    public void Configure(EntityTypeBuilder<MigrationRun> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Key).HasMaxLength(100);
        builder.Property(r => r.Why).HasMaxLength(4000);
        builder.Property(r => r.StartedByName).HasMaxLength(300);
        builder.HasIndex(r => new { r.Key, r.StartedAt });
    }
}

internal sealed class MigrationItemConfiguration : IEntityTypeConfiguration<MigrationItem>
{
    public void Configure(EntityTypeBuilder<MigrationItem> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.DossierCode).HasMaxLength(60);
        builder.Property(i => i.Code).HasMaxLength(100);
        builder.Property(i => i.Detail).HasMaxLength(MigrationItem.LongestDetail);
        builder.HasIndex(i => i.DueAt);
        // An instance is in a run once, whoever sends the run again.
        builder.HasIndex(i => new { i.RunId, i.InstanceId }).IsUnique();
        builder.HasIndex(i => new { i.RunId, i.Outcome });
    }
}

internal sealed class RetentionRuleConfiguration : IEntityTypeConfiguration<RetentionRule>
{
    public void Configure(EntityTypeBuilder<RetentionRule> builder)
    {
        builder.HasKey(r => r.Key);
        builder.Property(r => r.Key).HasMaxLength(100);
        builder.Property(r => r.Why).HasMaxLength(4000);
        builder.Property(r => r.ChangedByName).HasMaxLength(300);
    }
}
