using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Data.Configurations;

internal sealed class SimulationRunConfiguration : IEntityTypeConfiguration<SimulationRun>
{
    public void Configure(EntityTypeBuilder<SimulationRun> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Key).HasMaxLength(100);
        builder.Property(r => r.Name).HasMaxLength(1000);
        builder.Property(r => r.AskedByName).HasMaxLength(300);
        builder.Property(r => r.ErrorCode).HasMaxLength(100);
        builder.HasIndex(r => r.DueAt);
        builder.HasIndex(r => new { r.Key, r.AskedAt });
    }
}
