using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Data.Configurations;

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Role).HasMaxLength(40);
        builder.Property(p => p.Title).HasMaxLength(150);
        builder.Property(p => p.HolderName).HasMaxLength(150);
        builder.HasIndex(p => new { p.AgencyId, p.Role });
        builder.HasIndex(p => p.HolderId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(p => p.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
