using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class BreachRecordConfiguration : IEntityTypeConfiguration<BreachRecord>
{
    public void Configure(EntityTypeBuilder<BreachRecord> builder)
    {
        builder.HasKey(b => b.DossierId);
        builder.Property(b => b.DossierId).ValueGeneratedNever();
        builder.Property(b => b.AgencyName).HasMaxLength(300);
        builder.Property(b => b.DepartmentName).HasMaxLength(300);
        builder.Property(b => b.StepName).HasMaxLength(300);
        builder.Property(b => b.StepNameEn).HasMaxLength(300);
        builder.HasIndex(b => new { b.RecordedAt, b.AgencyId });
        builder.HasOne<Dossier>().WithMany().HasForeignKey(b => b.DossierId);
    }
}
