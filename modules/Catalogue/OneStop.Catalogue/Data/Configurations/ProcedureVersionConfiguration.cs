using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Catalogue.Domain;

namespace OneStop.Catalogue.Data.Configurations;

internal sealed class ProcedureVersionConfiguration : IEntityTypeConfiguration<ProcedureVersion>
{
    public void Configure(EntityTypeBuilder<ProcedureVersion> builder)
    {
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Name).HasMaxLength(2000);
        builder.Property(v => v.PlainName).HasMaxLength(300);
        builder.Property(v => v.Ministry).HasMaxLength(300);
        builder.Property(v => v.FieldName).HasMaxLength(400);
        builder.Property(v => v.Decision).HasMaxLength(100);
        builder.Property(v => v.Kind).HasMaxLength(200);
        builder.Property(v => v.Levels).HasMaxLength(60);
        builder.Property(v => v.Audiences).HasMaxLength(200);
        builder.HasIndex(v => new { v.ProcedureId, v.Number }).IsUnique();
        builder.HasOne<Procedure>().WithMany().HasForeignKey(v => v.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Channels).WithOne().HasForeignKey(c => c.VersionId);
        builder.HasMany(v => v.Components).WithOne().HasForeignKey(c => c.VersionId);
        builder.HasMany(v => v.Results).WithOne().HasForeignKey(r => r.VersionId);
        builder.HasMany(v => v.LegalBases).WithOne().HasForeignKey(l => l.VersionId);
    }
}

internal sealed class ProcedureChannelConfiguration : IEntityTypeConfiguration<ProcedureChannel>
{
    public void Configure(EntityTypeBuilder<ProcedureChannel> builder)
    {
        builder.HasKey(c => new { c.VersionId, c.Position });
        builder.Property(c => c.Channel).HasMaxLength(20);
        builder.Property(c => c.TermReason).HasMaxLength(30);
        builder.Property(c => c.TermOrigin).HasMaxLength(10);
        builder.Ignore(c => c.Term);
        builder.HasMany(c => c.Fees).WithOne().HasForeignKey(f => new { f.VersionId, f.ChannelPosition });
    }
}

internal sealed class ProcedureFeeConfiguration : IEntityTypeConfiguration<ProcedureFee>
{
    public void Configure(EntityTypeBuilder<ProcedureFee> builder)
    {
        builder.HasKey(f => new { f.VersionId, f.ChannelPosition, f.Position });
        builder.Property(f => f.Currency).HasMaxLength(3);
    }
}

internal sealed class ProcedureComponentConfiguration : IEntityTypeConfiguration<ProcedureComponent>
{
    public void Configure(EntityTypeBuilder<ProcedureComponent> builder)
    {
        builder.HasKey(c => new { c.VersionId, c.Position });
        builder.Property(c => c.Kind).HasMaxLength(10);
    }
}

internal sealed class ProcedureResultConfiguration : IEntityTypeConfiguration<ProcedureResult>
{
    public void Configure(EntityTypeBuilder<ProcedureResult> builder)
    {
        builder.HasKey(r => new { r.VersionId, r.Position });
        builder.Property(r => r.Code).HasMaxLength(40);
    }
}

internal sealed class ProcedureLegalBasisConfiguration : IEntityTypeConfiguration<ProcedureLegalBasis>
{
    public void Configure(EntityTypeBuilder<ProcedureLegalBasis> builder)
    {
        builder.HasKey(l => new { l.VersionId, l.Position });
        builder.Property(l => l.Number).HasMaxLength(400);
    }
}
