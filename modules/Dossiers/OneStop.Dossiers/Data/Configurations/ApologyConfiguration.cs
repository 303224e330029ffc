using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class ApologyConfiguration : IEntityTypeConfiguration<Apology>
{
    public void Configure(EntityTypeBuilder<Apology> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.AgencyName).HasMaxLength(300);
        builder.Property(a => a.EscalatedTo).HasMaxLength(300);
        builder.Property(a => a.Reason).HasMaxLength(Dossier.ReasonLength);
        builder.Property(a => a.SignerName).HasMaxLength(200);
        builder.Property(a => a.SignerTitle).HasMaxLength(300);
        builder.Property(a => a.NumberAndSymbol).HasMaxLength(60);
        builder.Ignore(a => a.IsWaiting);
        // Two nodes that find the same breach draft one apology, not two.
        builder.HasIndex(a => new { a.DossierId, a.Number }).IsUnique();
        builder.HasIndex(a => new { a.DraftedAt, a.AgencyId });
        builder.HasOne<Dossier>().WithMany().HasForeignKey(a => a.DossierId);
    }
}
