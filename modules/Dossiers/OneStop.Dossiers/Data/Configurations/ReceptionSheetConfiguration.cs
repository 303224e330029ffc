using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class ReceptionSheetConfiguration : IEntityTypeConfiguration<ReceptionSheet>
{
    public void Configure(EntityTypeBuilder<ReceptionSheet> builder)
    {
        builder.HasKey(s => new { s.DossierId, s.ClerkId });
        builder.HasOne<Dossier>().WithMany().HasForeignKey(s => s.DossierId);
    }
}
