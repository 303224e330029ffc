using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class DueNoteConfiguration : IEntityTypeConfiguration<DueNote>
{
    public void Configure(EntityTypeBuilder<DueNote> builder)
    {
        builder.HasKey(n => n.DossierId);
        builder.Property(n => n.DossierId).ValueGeneratedNever();
        builder.Property(n => n.TermText).HasMaxLength(1000);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(n => n.DossierId);
    }
}
