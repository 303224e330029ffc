using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Kernel.Data;

internal sealed class NumberSeries
{
    public required string Series { get; init; }
    public long LastValue { get; init; }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.HasKey(s => s.Series);
        builder.Property(s => s.Series).HasMaxLength(120);
    }
}
