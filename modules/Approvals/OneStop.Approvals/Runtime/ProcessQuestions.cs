using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.AskOpinions;
using OneStop.Dossiers.Contracts;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>A service task asks the bodies that its drawing names. What the organisation cannot answer becomes an incident and nobody is asked.</summary>
internal sealed class ProcessQuestions(
    InstanceRunner runner, ConsultationStarter starter, ConsultationClock clock, IOrganisationDirectory organisation, IDossierDirectory dossiers)
{
    public const string NobodyAt = "incident.body_without_people";
    public const string OwnUnit = "incident.body_is_the_asker";

    public async Task<Result<EngineEvent>> AskAsync(ProcessInstance instance, ProcessJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The task was interrupted before the job was taken: the engine refuses what comes of it.
        if (await runner.ServiceAtAsync(instance, job.Number, cancellationToken) is not { Consultation: { } asked } node)
            return new ServiceDone(job.Number, Opinions.Of([]));
        if (await FindAsync(instance, asked.Level, asked.Field, Roles.DepartmentHead, now, cancellationToken) is not { } asker)
            return new ServiceFailed(job.Number, TaskBook.NobodyCompetent, $"{asked.Level} {asked.Field ?? instance.Field}");
        var bodies = await BodiesAsync(instance, asked, asker, now, cancellationToken);
        if (bodies.IsFailure)
            return new ServiceFailed(job.Number, bodies.Error.Code, $"{bodies.Error.Args?[0]}");

        var step = new AskingStep(
            instance, null, node.Id, node.Name.Length > 0 ? node.Name : node.Id, job.Number, null, "", asker.AgencyId, asker.AgencyName, asker.DepartmentId, asker.DepartmentName);
        var opened = new List<Consultation>();
        foreach (var body in bodies.Value)
        {
            var result = await starter.OpenAsync(step, body, DerivedId.From(job.Id, "ask"), now, cancellationToken);
            if (!result.TryGet(out var consultation))
                return result.AsFailure<EngineEvent>();
            opened.Add(consultation);
        }

        return opened.Exists(c => c.Blocks) ? new Remark(job.Number, AskOpinionsHandler.Asked) : new ServiceDone(job.Number, Opinions.Of(opened));
    }

    private async Task<Result<List<BodyToAsk>>> BodiesAsync(
        ProcessInstance instance, ConsultationSettings asked, CandidateGroup asker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(instance.DossierId, asked, cancellationToken);
        var last = await dossiers.OpinionLimitAsync(instance.DossierId, cancellationToken) is { } limit && (await clock.LastAsync(asker.AgencyId, limit, now, cancellationToken)).TryGet(out var end)
            ? end : (DateTimeOffset?)null;
        var bodies = new List<BodyToAsk>();
        foreach (var body in asked.Bodies)
        {
            var role = body.WholeAgency ? Roles.AgencyLeader : Roles.DepartmentHead;
            if (await FindAsync(instance, body.Level, body.Field, role, now, cancellationToken) is not { } found)
                return Error.RuleBroken(TaskBook.NobodyCompetent, $"{body.Level} {body.Field ?? instance.Field}");
            var unit = new UnitInfo(found.AgencyId, found.AgencyName, found.DepartmentId, found.DepartmentName);
            if (found.AgencyId == asker.AgencyId && found.DepartmentId == asker.DepartmentId)
                return Error.RuleBroken(OwnUnit, unit.Name);
            if (!await starter.IsStaffedAsync(unit, now, cancellationToken))
                return Error.RuleBroken(NobodyAt, unit.Name);
            // Two fields may lead to one department: it is asked once, with all of it.
            if (bodies.FindIndex(b => b.Unit.AgencyId == unit.AgencyId && b.Unit.DepartmentId == unit.DepartmentId) is >= 0 and var same)
            {
                bodies[same] = Joined(bodies[same], body, asked);
                continue;
            }

            bodies.Add(new BodyToAsk(
                unit, body.Decides ? ConsultationPart.Decides : ConsultationPart.Informs, body.Questions, body.Days ?? asked.Days,
                body.Decides && asked.SilenceBasis is not null ? SilenceRule.CountsAsAgreement : SilenceRule.Escalates, asked.SilenceBasis, asked.NamesApplicant, files, "")
            {
                NoLaterThan = last,
            });
        }

        return bodies;
    }

    private static BodyToAsk Joined(BodyToAsk first, BodySettings second, ConsultationSettings asked) => first with
    {
        Part = second.Decides ? ConsultationPart.Decides : first.Part,
        Questions = first.Questions.Contains(second.Questions, StringComparison.Ordinal) ? first.Questions : $"{first.Questions}\n{second.Questions}",
        WorkingDays = Math.Max(first.WorkingDays, second.Days ?? asked.Days),
        Silence = second.Decides && asked.SilenceBasis is not null ? SilenceRule.CountsAsAgreement : first.Silence,
    };

    private Task<CandidateGroup?> FindAsync(ProcessInstance instance, string level, string? field, string role, DateTimeOffset now, CancellationToken cancellationToken) =>
        organisation.ResolveCandidatesAsync(new CandidateQuery(level, role, field ?? instance.Field, instance.PlaceCode, instance.ReceivingAgencyId), now.VietnamDate(), cancellationToken);

    private async Task<IReadOnlyList<ConsultationFile>> FilesAsync(Guid dossierId, ConsultationSettings asked, CancellationToken cancellationToken) =>
        asked.Papers is { Count: 0 } ? [] : [
            .. (await dossiers.PapersAsync(dossierId, cancellationToken)).Where(paper => asked.Papers?.Contains(paper.Name, StringComparer.OrdinalIgnoreCase) != false)
                .SelectMany(paper => paper.Files.Select(file => new ConsultationFile { FileId = file.Id, Paper = paper.Name, Name = file.Name, ContentType = file.ContentType, Length = file.Length }))
                .DistinctBy(file => file.FileId),
        ];
}
