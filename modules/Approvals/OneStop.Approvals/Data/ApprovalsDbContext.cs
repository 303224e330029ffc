using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Data;

namespace OneStop.Approvals.Data;

internal sealed class ApprovalsDbContext(DbContextOptions<ApprovalsDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "approvals";

    public override string Schema => SchemaName;

    public DbSet<ProcessVersion> ProcessVersions => Set<ProcessVersion>();

    public DbSet<ProcessDraft> ProcessDrafts => Set<ProcessDraft>();

    public DbSet<ProcessInstance> Instances => Set<ProcessInstance>();

    public DbSet<AppliedCommand> AppliedCommands => Set<AppliedCommand>();

    public DbSet<HistoryLine> History => Set<HistoryLine>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<StartSubscription> StartSubscriptions => Set<StartSubscription>();

    public DbSet<ProcessJob> Jobs => Set<ProcessJob>();

    public DbSet<StepPause> StepPauses => Set<StepPause>();

    public DbSet<SignalSubscription> SignalSubscriptions => Set<SignalSubscription>();

    public DbSet<WorkTask> Tasks => Set<WorkTask>();

    public DbSet<OperatorDeed> OperatorDeeds => Set<OperatorDeed>();

    public DbSet<MigrationRun> MigrationRuns => Set<MigrationRun>();

    public DbSet<MigrationItem> MigrationItems => Set<MigrationItem>();

    public DbSet<RetentionRule> RetentionRules => Set<RetentionRule>();

    public DbSet<TaskDraft> Drafts => Set<TaskDraft>();

    public DbSet<TaskNote> Notes => Set<TaskNote>();

    public DbSet<TaskReading> Readings => Set<TaskReading>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    public DbSet<BulkDeed> BulkDeeds => Set<BulkDeed>();

    public DbSet<BulkItem> BulkItems => Set<BulkItem>();

    public DbSet<SimulationRun> Simulations => Set<SimulationRun>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<ConsultationFile> ConsultationFiles => Set<ConsultationFile>();

    public DbSet<ConsultationMessage> ConsultationMessages => Set<ConsultationMessage>();
}
