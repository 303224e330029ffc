using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class AccessRecordConfiguration : IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<AccessRecord> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.Title).HasMaxLength(300);
        builder.Property(a => a.Purpose).HasMaxLength(300);
        builder.HasIndex(a => new { a.DossierId, a.At });
        builder.HasOne<Dossier>().WithMany().HasForeignKey(a => a.DossierId);
    }
}
