using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Catalogue.Domain;

namespace OneStop.Catalogue.Data.Configurations;

internal sealed class ProcedureConfiguration : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(20);
        builder.Property(p => p.ContentHash).HasMaxLength(64);
        builder.Property(p => p.ClosedReasonVi).HasMaxLength(1000);
        builder.Property(p => p.ClosedReasonEn).HasMaxLength(1000);
        builder.Ignore(p => p.ClosedReason);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.FieldId);
        builder.HasOne<ProcedureField>().WithMany().HasForeignKey(p => p.FieldId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProcedureFieldConfiguration : IEntityTypeConfiguration<ProcedureField>
{
    public void Configure(EntityTypeBuilder<ProcedureField> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(400);
        builder.Property(f => f.Slug).HasMaxLength(80);
        builder.HasIndex(f => f.Slug).IsUnique();
    }
}

internal sealed class CatalogueRevisionConfiguration : IEntityTypeConfiguration<CatalogueRevision>
{
    public void Configure(EntityTypeBuilder<CatalogueRevision> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.SeededFrom).HasMaxLength(64);
    }
}
