using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Data.Configurations;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Recipient).HasMaxLength(320);
        builder.Property(n => n.Category).HasMaxLength(40);
        builder.Property(n => n.SubjectVi).HasMaxLength(300);
        builder.Property(n => n.SubjectEn).HasMaxLength(300);
        // A link from a letter about the account carries a token of several hundred characters.
        builder.Property(n => n.Link).HasMaxLength(2000);
        builder.Ignore(n => n.Subject).Ignore(n => n.Body);
        builder.HasIndex(n => new { n.EventId, n.Recipient }).IsUnique();
        builder.HasIndex(n => new { n.AccountId, n.CreatedAt, n.Id });
        builder.HasIndex(n => new { n.AccountId, n.ReadAt });
        builder.HasMany(n => n.Attachments).WithOne().HasForeignKey("NoticeId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NoticeAttachmentConfiguration : IEntityTypeConfiguration<NoticeAttachment>
{
    public void Configure(EntityTypeBuilder<NoticeAttachment> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.FileName).HasMaxLength(255);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.Property(a => a.ContentType).HasMaxLength(100);
    }
}
