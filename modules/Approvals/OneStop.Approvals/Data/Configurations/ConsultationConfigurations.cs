using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Data.Configurations;

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.DossierCode).HasMaxLength(60);
        builder.Property(c => c.AskingElement).HasMaxLength(200);
        builder.Property(c => c.AskingStep).HasMaxLength(500);
        builder.Property(c => c.AskerName).HasMaxLength(300);
        builder.Property(c => c.AskingAgencyName).HasMaxLength(300);
        builder.Property(c => c.AskingDepartmentName).HasMaxLength(300);
        builder.Property(c => c.AgencyName).HasMaxLength(300);
        builder.Property(c => c.DepartmentName).HasMaxLength(300);
        builder.Property(c => c.SilenceBasis).HasMaxLength(1000);
        builder.Property(c => c.ClosedByName).HasMaxLength(300);
        builder.Property(c => c.ClosedByTitle).HasMaxLength(300);
        builder.Ignore(c => c.IsOpen);
        builder.Ignore(c => c.Blocks);
        builder.Ignore(c => c.IsLate);
        builder.Ignore(c => c.BodyName);
        builder.Ignore(c => c.AskingUnit);
        builder.HasIndex(c => new { c.DossierId, c.AskedAt });
        builder.HasIndex(c => new { c.AskingInstanceId, c.State });
    }
}

internal sealed class ConsultationFileConfiguration : IEntityTypeConfiguration<ConsultationFile>
{
    public void Configure(EntityTypeBuilder<ConsultationFile> builder)
    {
        builder.HasKey(f => new { f.ConsultationId, f.FileId });
        builder.Property(f => f.Paper).HasMaxLength(1000);
        builder.Property(f => f.Name).HasMaxLength(255);
        builder.Property(f => f.ContentType).HasMaxLength(150);
        builder.HasIndex(f => f.FileId);
    }
}

internal sealed class ConsultationMessageConfiguration : IEntityTypeConfiguration<ConsultationMessage>
{
    public void Configure(EntityTypeBuilder<ConsultationMessage> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.AuthorName).HasMaxLength(300);
        builder.HasIndex(m => new { m.ConsultationId, m.At });
    }
}
