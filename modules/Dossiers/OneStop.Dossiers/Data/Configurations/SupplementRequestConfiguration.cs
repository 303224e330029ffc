using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class SupplementRequestConfiguration : IEntityTypeConfiguration<SupplementRequest>
{
    public void Configure(EntityTypeBuilder<SupplementRequest> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.ItemLines).HasMaxLength(SupplementRequest.ItemsLength);
        builder.Property(s => s.Reason).HasMaxLength(Dossier.ReasonLength);
        builder.Property(s => s.LegalBasis).HasMaxLength(Dossier.ReasonLength);
        builder.Property(s => s.AgencyName).HasMaxLength(300);
        builder.Property(s => s.AskedByName).HasMaxLength(200);
        builder.Property(s => s.ConsentByName).HasMaxLength(200);
        builder.Property(s => s.Answer).HasMaxLength(Dossier.ReasonLength);
        builder.HasIndex(s => s.StopsAfter);
        builder.HasIndex(s => s.AskedAt);
        builder.HasIndex(s => new { s.DossierId, s.Number }).IsUnique();
    }
}
