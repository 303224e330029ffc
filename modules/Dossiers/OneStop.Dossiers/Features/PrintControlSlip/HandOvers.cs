using OneStop.Documents.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Features.PrintControlSlip;

// One row for each hand-over: from the citizen to the desk, then from step to step. The giver of a step is who finished the one before.
internal static class HandOvers
{
    private const int LongestNote = 300;

    // Needs the steps loaded.
    public static IReadOnlyList<HandOverRow> Of(Dossier dossier, string deskName)
    {
        List<HandOverRow> rows = [new(deskName, dossier.AcceptedAt!.Value, dossier.Applicant.Name, dossier.AcceptedByName, HandOverTimeliness.NoTerm, null)];
        var giver = dossier.AcceptedByName;
        foreach (var step in dossier.Steps.OrderBy(s => s.Sequence))
        {
            rows.Add(new HandOverRow(UnitOf(step), step.EnteredAt, giver, step.ActorName, TimelinessOf(step), NoteOf(step)));
            // Who was only asked for an opinion hands nothing on.
            giver = step.IsOpinion ? giver : step.ActorName ?? giver;
        }

        return rows;
    }

    public static string UnitOf(StepRow step) => step.DepartmentName is { Length: > 0 } department ? $"{department} - {step.AgencyName}" : step.AgencyName;

    // Done on the day it was due is on time, on an earlier day early.
    internal static HandOverTimeliness TimelinessOf(StepRow step) => (step.CompletedAt, step.DueAt) switch
    {
        (null, _) => HandOverTimeliness.Open,
        (_, null) => HandOverTimeliness.NoTerm,
        ({ } done, { } due) when done > due => HandOverTimeliness.Late,
        ({ } done, { } due) when done.VietnamDate() == due.VietnamDate() => HandOverTimeliness.OnTime,
        _ => HandOverTimeliness.Early,
    };

    private static string NoteOf(StepRow step)
    {
        var note = step.Comment is { Length: > 0 } comment ? $"{step.Name}: {comment}" : step.Name;
        return note.Length <= LongestNote ? note : note[..LongestNote] + "…";
    }
}
