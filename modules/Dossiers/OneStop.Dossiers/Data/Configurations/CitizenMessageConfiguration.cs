using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class CitizenMessageConfiguration : IEntityTypeConfiguration<CitizenMessage>
{
    public void Configure(EntityTypeBuilder<CitizenMessage> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.FromName).HasMaxLength(300);
        builder.Property(m => m.TextVi).HasMaxLength(4000);
        builder.Property(m => m.TextEn).HasMaxLength(4000);
        builder.HasIndex(m => new { m.DossierId, m.At });
    }
}
