using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class DossierConfiguration : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.ClientKey).HasMaxLength(80);
        builder.Property(d => d.Channel).HasMaxLength(20);
        builder.Property(d => d.ProcedureCode).HasMaxLength(40);
        builder.Property(d => d.ProcedureName).HasMaxLength(1000);
        builder.Property(d => d.Field).HasMaxLength(300);
        builder.Property(d => d.ProcessKey).HasMaxLength(80);
        builder.Property(d => d.Case).HasMaxLength(500);
        builder.Property(d => d.PlaceCode).HasMaxLength(20);
        builder.Property(d => d.PlaceName).HasMaxLength(300);
        builder.Property(d => d.ReceivingAgencyCode).HasMaxLength(40);
        builder.Property(d => d.ReceivingAgencyName).HasMaxLength(300);
        builder.Property(d => d.ReceivingAgencyPath).HasMaxLength(300);
        builder.Property(d => d.ReturnMethod).HasMaxLength(20);
        builder.Property(d => d.Status).HasConversion<int>();
        builder.Property(d => d.TemporaryCode).HasMaxLength(TemporaryCode.Length);
        builder.Property(d => d.Code).HasMaxLength(DossierNumber.Length);
        builder.Property(d => d.LookupCodeProtected).HasMaxLength(200);
        builder.Property(d => d.LookupCodeHash).HasMaxLength(64);
        builder.Property(d => d.RuleSetKey).HasMaxLength(20);
        builder.Property(d => d.AcceptedByName).HasMaxLength(200);
        builder.Property(d => d.ClosingReason).HasMaxLength(Dossier.ReasonLength);
        builder.Property(d => d.ClosingLegalBasis).HasMaxLength(Dossier.ReasonLength);
        builder.Property(d => d.CurrentStepName).HasMaxLength(300);
        builder.Property(d => d.CurrentStepNameEn).HasMaxLength(300);
        builder.Property(d => d.CurrentAgencyName).HasMaxLength(300);
        builder.Property(d => d.LastHistoryHash).HasMaxLength(64);
        builder.ComplexProperty(d => d.Applicant, applicant =>
        {
            applicant.Property(a => a.Name).HasMaxLength(Applicant.NameLength);
            applicant.Property(a => a.SearchName).HasMaxLength(Applicant.NameLength);
            applicant.Property(a => a.CitizenNumberProtected).HasMaxLength(200);
            applicant.Property(a => a.CitizenNumberHash).HasMaxLength(64);
            applicant.Property(a => a.Phone).HasMaxLength(Applicant.PhoneLength);
            applicant.Property(a => a.Email).HasMaxLength(Applicant.EmailLength);
            applicant.Property(a => a.Address).HasMaxLength(Applicant.AddressLength);
        });

        builder.Ignore(d => d.OpenSupplement);
        // Computed by the dossier itself at every save; stored for its index.
        builder.Property(d => d.LookAt).UsePropertyAccessMode(PropertyAccessMode.Property);

        builder.HasIndex(d => new { d.OwnerId, d.ClientKey }).IsUnique();
        builder.HasIndex(d => new { d.OwnerId, d.UpdatedAt, d.Id });
        builder.HasIndex(d => new { d.ReceivingAgencyId, d.Status, d.SubmittedAt, d.Id });
        builder.HasIndex(d => new { d.Status, d.UpdatedAt });
        builder.HasIndex(d => d.FinishedAt);
        builder.HasIndex(d => new { d.AcceptedAt, d.Id });
        builder.HasIndex(d => new { d.Status, d.LateAt });
        builder.HasIndex(d => new { d.Status, d.WarnAt });
        builder.HasIndex(d => new { d.LookAt, d.Id });
        builder.HasIndex(d => d.Code).IsUnique();
        builder.HasIndex(d => d.TemporaryCode).IsUnique();

        builder.HasMany(d => d.Files).WithOne().HasForeignKey(f => f.DossierId);
        builder.HasMany(d => d.History).WithOne().HasForeignKey(h => h.DossierId);
        builder.HasMany(d => d.Supplements).WithOne().HasForeignKey(s => s.DossierId);
        builder.HasMany(d => d.Pauses).WithOne().HasForeignKey(p => p.DossierId);
        builder.HasMany(d => d.DeadlineChanges).WithOne().HasForeignKey(c => c.DossierId);
        builder.HasMany(d => d.Steps).WithOne().HasForeignKey(s => s.DossierId);
        builder.HasMany(d => d.Messages).WithOne().HasForeignKey(m => m.DossierId);
    }
}
