using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class RegisterExportConfiguration : IEntityTypeConfiguration<RegisterExport>
{
    public void Configure(EntityTypeBuilder<RegisterExport> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.RequestedByName).HasMaxLength(200);
        builder.Property(e => e.AgencyName).HasMaxLength(300);
        builder.Property(e => e.SuperiorAgency).HasMaxLength(300);
        builder.Property(e => e.Scope).HasMaxLength(RegisterExport.ScopeLength);
        builder.Property(e => e.ProcedureCode).HasMaxLength(50);
        builder.Property(e => e.Problem).HasMaxLength(500);
        builder.Property(e => e.FileName).HasMaxLength(200);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.HasIndex(e => e.DueAt);
        builder.HasIndex(e => new { e.RequestedById, e.CreatedAt });
    }
}
