using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Documents.Contracts;
using OneStop.Documents.Domain;

namespace OneStop.Documents.Data.Configurations;

internal sealed class IssuedPaperConfiguration : IEntityTypeConfiguration<IssuedPaper>
{
    public void Configure(EntityTypeBuilder<IssuedPaper> builder)
    {
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(PaperCode.Length);
        builder.Property(p => p.Kind).HasMaxLength(IssuedPaper.KindLength);
        builder.Property(p => p.Title).HasMaxLength(IssuedPaper.TitleLength);
        builder.Property(p => p.Number).HasMaxLength(IssuedPaper.NumberLength);
        builder.Property(p => p.AgencyName).HasMaxLength(IssuedPaper.AgencyLength);
        builder.Property(p => p.DossierCode).HasMaxLength(IssuedPaper.DossierCodeLength);
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.Reason).HasMaxLength(IssuedPaper.ReasonLength);
        builder.Property(p => p.ReplacedBy).HasMaxLength(PaperCode.Length);
        builder.HasIndex(p => p.Sha256);
        builder.HasIndex(p => p.DossierId);
    }
}
