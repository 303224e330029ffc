using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Modules;

namespace OneStop.Kernel.Tests.Ledger;

// The smallest module that uses every service of the kernel: a book of entries, so that the kernel is tested without any business module.
public sealed class LedgerModule : IModule
{
    public const string Write = "ledger.write";

    public string Name => "Ledger";

    public string Schema => "ledger";

    public Type ContextType => typeof(LedgerDbContext);

    public IReadOnlyList<Permission> Permissions => [new Permission(Write, "officer")];

    public IReadOnlyList<MenuItem> Menu => [];

    public void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<LedgerFaults>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}

internal sealed class LedgerDbContext(DbContextOptions<LedgerDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "ledger";
}

internal sealed class Entry : IVersioned
{
    public Guid Id { get; init; }
    public required string Code { get; init; }
    public string Note { get; set; } = "";
    public DateTimeOffset At { get; init; }
    public long Version { get; set; }
}

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Code).HasMaxLength(50);
        builder.Property(e => e.Note).HasMaxLength(500);
        builder.HasIndex(e => e.Code).IsUnique();
    }
}

internal sealed class Chore : IClaimable
{
    public Guid Id { get; init; }
    public DateTimeOffset? DueAt { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
}

internal sealed class ChoreConfiguration : IEntityTypeConfiguration<Chore>
{
    public void Configure(EntityTypeBuilder<Chore> builder)
    {
        builder.HasKey(c => c.Id);
        builder.HasIndex(c => c.DueAt);
    }
}

internal sealed record EntryWritten(string Code, string Stream) : IIntegrationEvent
{
    public string StreamKey => Stream;
}

// What the tests make go wrong on purpose, and what the handlers have seen.
internal sealed class LedgerFaults
{
    public Queue<Exception> NextHandlerExceptions { get; } = new();

    public HashSet<string> RefusedCodes { get; } = new(StringComparer.Ordinal);

    public List<string> Seen { get; } = [];

    // What another does between the reading and the saving of a deed that reads ahead.
    public Func<Task>? Meanwhile { get; set; }

    // How many times more somebody changes the row while the deed is under way.
    public int Overtaken { get; set; }

    public int Attempts { get; set; }

    public bool CommitWasSeen { get; set; }

    public void Saw(string what)
    {
        lock (Seen)
            Seen.Add(what);
    }
}
