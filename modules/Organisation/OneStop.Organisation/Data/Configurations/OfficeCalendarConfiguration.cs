using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Data.Configurations;

internal sealed class OfficeCalendarConfiguration : IEntityTypeConfiguration<OfficeCalendar>
{
    public void Configure(EntityTypeBuilder<OfficeCalendar> builder)
    {
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.Name).HasMaxLength(150);
        builder.HasMany(c => c.Sessions).WithOne().HasForeignKey(s => s.CalendarCode).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OfficeSessionConfiguration : IEntityTypeConfiguration<OfficeSession>
{
    public void Configure(EntityTypeBuilder<OfficeSession> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.CalendarCode).HasMaxLength(40);
    }
}

internal sealed class HolidayConfiguration : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.HasKey(h => h.Day);
        builder.Property(h => h.Name).HasMaxLength(200);
        builder.Property(h => h.Kind).HasMaxLength(20);
        builder.Property(h => h.Hours).HasMaxLength(60);
        builder.Property(h => h.Document).HasMaxLength(300);
        builder.Property(h => h.Certainty).HasMaxLength(20);
    }
}

internal sealed class CalendarChangeConfiguration : IEntityTypeConfiguration<CalendarChange>
{
    public void Configure(EntityTypeBuilder<CalendarChange> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Summary).HasMaxLength(1000);
        builder.Property(c => c.Ground).HasMaxLength(1000);
        builder.Property(c => c.Document).HasMaxLength(300);
        builder.Property(c => c.ActorName).HasMaxLength(200);
        builder.HasIndex(c => c.At);
    }
}
