using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Data.Configurations;

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Code).HasMaxLength(40);
        builder.Property(d => d.Group).HasMaxLength(40);
        builder.Property(d => d.Name).HasMaxLength(200);
        builder.Ignore(d => d.IsDesk);
        builder.HasIndex(d => new { d.AgencyId, d.Code, d.ValidFrom }).IsUnique();
        builder.HasOne<Agency>().WithMany().HasForeignKey(d => d.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FieldAssignmentConfiguration : IEntityTypeConfiguration<FieldAssignment>
{
    public void Configure(EntityTypeBuilder<FieldAssignment> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.LevelCode).HasMaxLength(20);
        builder.Property(f => f.Field).HasMaxLength(300);
        builder.Property(f => f.AgencyKind).HasMaxLength(40);
        builder.Property(f => f.DepartmentCode).HasMaxLength(40);
        builder.HasIndex(f => new { f.LevelCode, f.Field }).IsUnique();
    }
}
