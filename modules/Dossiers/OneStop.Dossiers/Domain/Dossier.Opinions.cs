using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Domain;

// Bodies that are asked for an opinion (lấy ý kiến): rows beside the steps, with their own days.
internal sealed partial class Dossier
{
    private const string OpinionElement = "lay_y_kien";

    // Harmless when told twice. Needs the steps loaded.
    public Result<Done> AskOpinion(OpinionAsked asked, Actor actor, DateTimeOffset now)
    {
        if (steps.Exists(s => s.TaskId == asked.Id))
            return Done.Value;
        var check = Check(DossierDeed.AskOpinion, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        steps.Add(new StepRow
        {
            TaskId = asked.Id,
            DossierId = Id,
            Sequence = ++StepCount,
            Element = OpinionElement,
            Name = asked.Name,
            NameEn = asked.NameEn,
            Status = Status,
            AgencyId = asked.AgencyId,
            AgencyName = asked.AgencyName,
            DepartmentName = asked.DepartmentName,
            EnteredAt = asked.AskedAt,
            AllowedMinutes = asked.AllowedMinutes,
            IsOpinion = true,
            MustDecide = asked.MustDecide,
            AskedByTaskId = asked.AskedByTaskId,
        }.DueBy(asked.DueAt));
        Note(DossierDeed.AskOpinion, actor, now, UnitOf(asked.AgencyName, asked.DepartmentName));
        return Done.Value;
    }

    // Harmless when told twice. Needs the steps loaded. What the body wrote stays among those who decide.
    public Result<Done> EndOpinion(StepOutcome outcome, Actor actor, DateTimeOffset now)
    {
        if (steps.Find(s => s.TaskId == outcome.TaskId) is not { } row)
            return Error.NotFound(DossierErrors.Missing);
        if (row.CompletedAt is not null)
            return Done.Value;
        row.Complete(outcome, actor);
        if (Check(DossierDeed.EndOpinion, actor).IsSuccess)
            Note(DossierDeed.EndOpinion, actor, now, UnitOf(row.AgencyName, row.DepartmentName));
        else
            UpdatedAt = now;
        return Done.Value;
    }

    private static string UnitOf(string agency, string? department) => department is null ? agency : $"{department}, {agency}";
}

internal sealed record OpinionAsked(
    Guid Id, string Name, string NameEn, Guid AgencyId, string AgencyName, string? DepartmentName, bool MustDecide, Guid? AskedByTaskId, DateTimeOffset AskedAt, DateTimeOffset DueAt,
    int AllowedMinutes);
