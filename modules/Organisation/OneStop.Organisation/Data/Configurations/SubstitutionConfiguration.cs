using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Data.Configurations;

internal sealed class SubstitutionConfiguration : IEntityTypeConfiguration<Substitution>
{
    public void Configure(EntityTypeBuilder<Substitution> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.HolderName).HasMaxLength(150);
        builder.Property(s => s.SubstituteName).HasMaxLength(150);
        builder.Property(s => s.NamedByName).HasMaxLength(150);
        builder.Property(s => s.EndedByName).HasMaxLength(150);
        builder.HasIndex(s => new { s.PostId, s.Through });
        builder.HasIndex(s => new { s.SubstituteId, s.Through });
        builder.HasIndex(s => new { s.HolderId, s.Through });
        builder.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Restrict);
    }
}
