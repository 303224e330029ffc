using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Data.Configurations;

internal sealed class AdministrativeUnitConfiguration : IEntityTypeConfiguration<AdministrativeUnit>
{
    public void Configure(EntityTypeBuilder<AdministrativeUnit> builder)
    {
        builder.HasKey(u => u.Id);
        builder.Property(u => u.Code).HasMaxLength(10);
        builder.Property(u => u.LevelCode).HasMaxLength(20);
        builder.Property(u => u.Name).HasMaxLength(150);
        builder.Property(u => u.FullName).HasMaxLength(200);
        builder.Property(u => u.Kind).HasMaxLength(50);
        builder.Property(u => u.Slug).HasMaxLength(150);
        builder.Property(u => u.ParentCode).HasMaxLength(10);
        // Codes are reused over time: the ward 00004 of 2025 is another one than that of 2024.
        builder.HasIndex(u => new { u.Code, u.LevelCode, u.ValidFrom }).IsUnique();
        builder.HasIndex(u => u.ParentCode);
    }
}

internal sealed class UnitSuccessionConfiguration : IEntityTypeConfiguration<UnitSuccession>
{
    public void Configure(EntityTypeBuilder<UnitSuccession> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.LegalBasis).HasMaxLength(300);
        builder.HasIndex(s => new { s.PredecessorId, s.SuccessorId }).IsUnique();
        builder.HasIndex(s => s.SuccessorId);
    }
}
