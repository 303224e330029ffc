using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Kernel.Live;

// "What stands under this topic has changed", for the other nodes; read within a second and soon forgotten.
internal sealed class LiveMark
{
    public Guid Id { get; init; }
    public Guid Node { get; init; }
    public required string Topic { get; init; }
    public DateTimeOffset At { get; init; }
}

internal sealed class LiveMarkConfiguration : IEntityTypeConfiguration<LiveMark>
{
    public void Configure(EntityTypeBuilder<LiveMark> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Topic).HasMaxLength(120);
        builder.HasIndex(m => m.At);
    }
}
