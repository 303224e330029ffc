using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Data.Configurations;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Code).HasMaxLength(40);
        builder.Property(a => a.Kind).HasMaxLength(40);
        builder.Property(a => a.LevelCode).HasMaxLength(20);
        builder.Property(a => a.Name).HasMaxLength(300);
        builder.Property(a => a.Path).HasMaxLength(300);
        builder.Property(a => a.UnitCode).HasMaxLength(10);
        builder.Property(a => a.CalendarCode).HasMaxLength(40);
        builder.Property(a => a.Address).HasMaxLength(300);
        builder.Property(a => a.Phone).HasMaxLength(40);
        builder.HasIndex(a => new { a.Code, a.ValidFrom }).IsUnique();
        builder.HasIndex(a => a.Path);
    }
}
