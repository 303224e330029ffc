using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class StepRowConfiguration : IEntityTypeConfiguration<StepRow>
{
    public void Configure(EntityTypeBuilder<StepRow> builder)
    {
        builder.HasKey(s => s.TaskId);
        builder.Property(s => s.TaskId).ValueGeneratedNever();
        builder.Property(s => s.Element).HasMaxLength(120);
        builder.Property(s => s.Name).HasMaxLength(300);
        builder.Property(s => s.NameEn).HasMaxLength(300);
        builder.Property(s => s.Status).HasConversion<int>();
        builder.Property(s => s.AgencyName).HasMaxLength(300);
        builder.Property(s => s.DepartmentName).HasMaxLength(300);
        builder.Property(s => s.Outcome).HasMaxLength(40);
        builder.Property(s => s.Comment).HasMaxLength(StepRow.CommentLength);
        builder.Property(s => s.ActorName).HasMaxLength(200);
        builder.HasIndex(s => new { s.DossierId, s.Sequence });
    }
}
