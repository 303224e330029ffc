using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Data.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.UserName).HasMaxLength(256);
        builder.Property(a => a.NormalizedUserName).HasMaxLength(256);
        builder.Property(a => a.Email).HasMaxLength(256);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(256);
        builder.Property(a => a.PasswordHash).HasMaxLength(400);
        builder.Property(a => a.SecurityStamp).HasMaxLength(64);
        builder.Property(a => a.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.Property(a => a.PhoneNumber).HasMaxLength(20);
        builder.Property(a => a.FullName).HasMaxLength(150);
        builder.Property(a => a.CitizenNumberProtected).HasMaxLength(200);
        builder.Property(a => a.CitizenNumberHash).HasMaxLength(64);
        builder.Property(a => a.Address).HasMaxLength(300);
        builder.Property(a => a.Culture).HasMaxLength(10);
        builder.Property(a => a.ClosedReason).HasMaxLength(500);
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.HasIndex(a => a.CitizenNumberHash);
        builder.HasIndex(a => new { a.Kind, a.FullName, a.Id });
    }
}

internal sealed class AccountTokenConfiguration : IEntityTypeConfiguration<AccountToken>
{
    public void Configure(EntityTypeBuilder<AccountToken> builder)
    {
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(100);
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.Property(t => t.Value).HasMaxLength(1000);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FormerPasswordConfiguration : IEntityTypeConfiguration<FormerPassword>
{
    public void Configure(EntityTypeBuilder<FormerPassword> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Hash).HasMaxLength(400);
        builder.HasIndex(p => new { p.AccountId, p.ReplacedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
