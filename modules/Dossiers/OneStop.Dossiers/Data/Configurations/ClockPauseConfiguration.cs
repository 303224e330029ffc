using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Data.Configurations;

internal sealed class ClockPauseConfiguration : IEntityTypeConfiguration<ClockPause>
{
    public void Configure(EntityTypeBuilder<ClockPause> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Ignore(p => p.Limit);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.LegalGround).HasMaxLength(Dossier.ReasonLength);
        builder.Property(p => p.Document).HasMaxLength(ClockPause.DocumentLength);
        builder.Property(p => p.Party).HasMaxLength(ClockPause.PartyLength);
        builder.HasIndex(p => p.EndsAt);
    }
}
