using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class DossierResultConfiguration : IEntityTypeConfiguration<DossierResult>
{
    public void Configure(EntityTypeBuilder<DossierResult> builder)
    {
        builder.HasKey(r => r.DossierId);
        builder.Property(r => r.DossierId).ValueGeneratedNever();
        builder.Property(r => r.SignerName).HasMaxLength(200);
        builder.Property(r => r.SignerTitle).HasMaxLength(300);
        builder.Property(r => r.SigningAgencyName).HasMaxLength(300);
        builder.Property(r => r.NumberAndSymbol).HasMaxLength(60);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(r => r.DossierId);
    }
}
