using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Data;

namespace OneStop.Dossiers.Data;

internal sealed class DossiersDbContext(DbContextOptions<DossiersDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "dossiers";

    public override string Schema => SchemaName;

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<DossierFile> Files => Set<DossierFile>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<SupplementRequest> SupplementRequests => Set<SupplementRequest>();

    public DbSet<StepRow> Steps => Set<StepRow>();

    public DbSet<ClockPause> Pauses => Set<ClockPause>();

    public DbSet<DeadlineChange> DeadlineChanges => Set<DeadlineChange>();

    public DbSet<BreachRecord> Breaches => Set<BreachRecord>();

    public DbSet<Apology> Apologies => Set<Apology>();

    public DbSet<CitizenMessage> Messages => Set<CitizenMessage>();

    public DbSet<RegisterExport> RegisterExports => Set<RegisterExport>();

    public DbSet<AccessRecord> AccessRecords => Set<AccessRecord>();
}
