using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Data.Configurations;

internal sealed class WorkTaskConfiguration : IEntityTypeConfiguration<WorkTask>
{
    public void Configure(EntityTypeBuilder<WorkTask> builder)
    {
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Element).HasMaxLength(200);
        builder.Property(t => t.StepName).HasMaxLength(500);
        builder.Property(t => t.StepNameEn).HasMaxLength(500);
        builder.Property(t => t.DossierCode).HasMaxLength(60);
        builder.Property(t => t.ProcedureCode).HasMaxLength(60);
        builder.Property(t => t.ProcedureName).HasMaxLength(2000);
        builder.Property(t => t.ApplicantName).HasMaxLength(300);
        builder.Property(t => t.SearchText).HasMaxLength(400);
        builder.Property(t => t.Role).HasMaxLength(40);
        builder.Property(t => t.AgencyName).HasMaxLength(300);
        builder.Property(t => t.AgencyPath).HasMaxLength(200);
        builder.Property(t => t.DepartmentName).HasMaxLength(300);
        builder.Property(t => t.AssigneeName).HasMaxLength(300);
        builder.Property(t => t.OwnerName).HasMaxLength(300);
        builder.Property(t => t.ClosedByName).HasMaxLength(300);
        builder.Property(t => t.ClosedOnBehalfOf).HasMaxLength(300);
        builder.Property(t => t.Outcome).HasMaxLength(40);
        builder.Property(t => t.Comment).HasMaxLength(4000);
        builder.Ignore(t => t.IsOpen);
        builder.Ignore(t => t.IsDelegated);
        // The inbox: by role in a unit and in one department of it, by unit for its heads, by person. Each ends in the keyset.
        builder.HasIndex(t => new { t.AgencyId, t.Role, t.State, t.SortDue, t.Id });
        builder.HasIndex(t => new { t.AgencyId, t.Role, t.DepartmentId, t.State, t.SortDue, t.Id });
        builder.HasIndex(t => new { t.AgencyId, t.State, t.SortDue, t.Id });
        builder.HasIndex(t => new { t.AssigneeId, t.State, t.SortDue, t.Id });
        builder.HasIndex(t => new { t.OwnerId, t.State, t.SortDue, t.Id });
        builder.HasIndex(t => new { t.InstanceId, t.Token });
        builder.HasIndex(t => t.DossierId);
        // Open steps of everybody, in the order in which a changed calendar is carried through them.
        builder.HasIndex(t => new { t.State, t.InstanceId });
        // Figures per step of a process over a period.
        builder.HasIndex(t => new { t.ProcessVersionId, t.ClosedAt });
    }
}

internal sealed class StepPauseConfiguration : IEntityTypeConfiguration<StepPause>
{
    public void Configure(EntityTypeBuilder<StepPause> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.LegalGround).HasMaxLength(1000);
        builder.Property(p => p.Document).HasMaxLength(300);
        builder.HasIndex(p => p.InstanceId);
    }
}

internal sealed class TaskDraftConfiguration : IEntityTypeConfiguration<TaskDraft>
{
    public void Configure(EntityTypeBuilder<TaskDraft> builder) => builder.HasKey(d => new { d.TaskId, d.AccountId });
}
