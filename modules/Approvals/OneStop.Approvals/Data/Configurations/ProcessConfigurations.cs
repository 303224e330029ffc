using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Data.Configurations;

internal sealed class ProcessVersionConfiguration : IEntityTypeConfiguration<ProcessVersion>
{
    public void Configure(EntityTypeBuilder<ProcessVersion> builder)
    {
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Key).HasMaxLength(100);
        builder.Property(v => v.Name).HasMaxLength(1000);
        builder.Property(v => v.Sha256).HasMaxLength(64);
        builder.Property(v => v.DrawnByName).HasMaxLength(300);
        builder.Property(v => v.PublishedByName).HasMaxLength(300);
        builder.Property(v => v.Note).HasMaxLength(4000);
        builder.Ignore(v => v.ShipsWithProduct);
        builder.HasIndex(v => new { v.Key, v.Number }).IsUnique();
    }
}

internal sealed class ProcessDraftConfiguration : IEntityTypeConfiguration<ProcessDraft>
{
    public void Configure(EntityTypeBuilder<ProcessDraft> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Key).HasMaxLength(100);
        builder.Property(d => d.Name).HasMaxLength(1000);
        builder.Property(d => d.CreatedByName).HasMaxLength(300);
        builder.Property(d => d.EditedByName).HasMaxLength(300);
        builder.Property(d => d.ReturnedByName).HasMaxLength(300);
        builder.Property(d => d.Note).HasMaxLength(4000);
        builder.Property(d => d.ReturnReason).HasMaxLength(4000);
        builder.HasIndex(d => d.Key);
    }
}

internal sealed class ProcessInstanceConfiguration : IEntityTypeConfiguration<ProcessInstance>
{
    public void Configure(EntityTypeBuilder<ProcessInstance> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.DossierCode).HasMaxLength(60);
        builder.Property(i => i.ProcedureCode).HasMaxLength(60);
        builder.Property(i => i.ProcedureName).HasMaxLength(2000);
        builder.Property(i => i.Field).HasMaxLength(500);
        builder.Property(i => i.ApplicantName).HasMaxLength(300);
        builder.Property(i => i.PlaceCode).HasMaxLength(20);
        builder.Property(i => i.Matter).HasMaxLength(40);
        builder.Ignore(i => i.IsMatter);
        builder.Ignore(i => i.HasDossier);
        // A dossier runs through one process, and so does each matter beside it: the index makes a second start impossible on every server.
        builder.HasIndex(i => new { i.DossierId, i.SubjectId }).IsUnique();
        builder.HasIndex(i => i.AskingTaskId);
        builder.HasIndex(i => new { i.ProcessVersionId, i.Status });
        // Retention looks for the ended that still have something to remove, however many were cleared before.
        builder.HasIndex(i => new { i.ProcessVersionId, i.PurgedAt, i.EndedAt });
    }
}

internal sealed class AppliedCommandConfiguration : IEntityTypeConfiguration<AppliedCommand>
{
    public void Configure(EntityTypeBuilder<AppliedCommand> builder) => builder.HasKey(c => new { c.InstanceId, c.CommandId });
}

internal sealed class HistoryLineConfiguration : IEntityTypeConfiguration<HistoryLine>
{
    public void Configure(EntityTypeBuilder<HistoryLine> builder)
    {
        builder.HasKey(h => new { h.InstanceId, h.Number });
        builder.Property(h => h.Element).HasMaxLength(200);
        builder.Property(h => h.Flow).HasMaxLength(300);
        builder.Property(h => h.Action).HasMaxLength(200);
        builder.Property(h => h.ActorName).HasMaxLength(300);
        builder.Property(h => h.OnBehalfOf).HasMaxLength(300);
        builder.Property(h => h.Note).HasMaxLength(4000);
    }
}

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.DossierCode).HasMaxLength(60);
        builder.Property(i => i.Element).HasMaxLength(200);
        builder.Property(i => i.Code).HasMaxLength(100);
        builder.Property(i => i.Detail).HasMaxLength(2000);
        builder.Property(i => i.MendedByName).HasMaxLength(300);
        builder.Property(i => i.Remedy).HasMaxLength(20);
        builder.Property(i => i.Note).HasMaxLength(4000);
        builder.HasIndex(i => new { i.MendedAt, i.RaisedAt });
        builder.HasIndex(i => new { i.InstanceId, i.Token });
    }
}

internal sealed class SignalSubscriptionConfiguration : IEntityTypeConfiguration<SignalSubscription>
{
    public void Configure(EntityTypeBuilder<SignalSubscription> builder)
    {
        builder.HasKey(s => new { s.InstanceId, s.Signal });
        builder.Property(s => s.Signal).HasMaxLength(300);
        builder.HasIndex(s => s.Signal);
    }
}

internal sealed class StartSubscriptionConfiguration : IEntityTypeConfiguration<StartSubscription>
{
    public void Configure(EntityTypeBuilder<StartSubscription> builder)
    {
        builder.HasKey(s => new { s.ProcessVersionId, s.Element, s.Kind });
        builder.Property(s => s.Element).HasMaxLength(200);
        builder.Property(s => s.Name).HasMaxLength(300);
        builder.HasIndex(s => new { s.Name, s.Kind });
    }
}

internal sealed class ProcessJobConfiguration : IEntityTypeConfiguration<ProcessJob>
{
    public void Configure(EntityTypeBuilder<ProcessJob> builder)
    {
        builder.HasKey(j => j.Id);
        builder.Property(j => j.Element).HasMaxLength(200);
        builder.Property(j => j.Service).HasMaxLength(200);
        builder.HasIndex(j => j.DueAt);
        builder.HasIndex(j => new { j.InstanceId, j.Kind, j.Number });
    }
}
