using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Data.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Recipient).HasMaxLength(320);
        builder.Property(d => d.Address).HasMaxLength(320);
        builder.Property(d => d.Name).HasMaxLength(200);
        builder.Property(d => d.Culture).HasMaxLength(10);
        builder.Property(d => d.LastError).HasMaxLength(Delivery.MaxErrorLength);
        builder.Ignore(d => d.IsInterrupted);
        builder.HasIndex(d => new { d.EventId, d.Recipient, d.Channel }).IsUnique();
        builder.HasIndex(d => d.DueAt);
        builder.HasIndex(d => new { d.Status, d.CreatedAt, d.Id });
        builder.HasOne<Notice>().WithMany().HasForeignKey(d => d.NoticeId).OnDelete(DeleteBehavior.Cascade);
    }
}
