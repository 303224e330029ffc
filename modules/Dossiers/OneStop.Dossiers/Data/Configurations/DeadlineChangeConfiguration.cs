using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class DeadlineChangeConfiguration : IEntityTypeConfiguration<DeadlineChange>
{
    public void Configure(EntityTypeBuilder<DeadlineChange> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Ground).HasMaxLength(Dossier.ReasonLength);
        builder.Property(c => c.Document).HasMaxLength(300);
        builder.Property(c => c.ActorName).HasMaxLength(200);
    }
}
