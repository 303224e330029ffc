using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Data.Configurations;

internal sealed class KeptFormConfiguration : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.SecretHash).HasMaxLength(64);
        builder.Property(f => f.Path).HasMaxLength(KeptForm.PathLength);
        builder.HasIndex(f => f.SecretHash);
        builder.HasIndex(f => f.ExpiresAt);
    }
}
