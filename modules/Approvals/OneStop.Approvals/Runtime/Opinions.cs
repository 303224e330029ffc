using System.Collections.Immutable;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Runtime;

/// <summary>What came of the questions of a process, as its gateways read it.</summary>
internal static class Opinions
{
    /// <summary>Somebody who takes part in deciding was passed over, or need not answer any more.</summary>
    public const string Missing = "missing";
    private const string Open = "open";

    /// <summary>
    /// When the process went on: with the last answer it had to wait for, or at once where it waits for none. Null while it waits. What comes later is kept and read, and not counted.
    /// </summary>
    public static DateTimeOffset? WentOnAt(IReadOnlyCollection<Consultation> asked) =>
        asked.Any(c => c.Blocks) ? null : asked.Where(c => c.Part == ConsultationPart.Decides).Select(c => c.ClosedAt).Append(asked.Max(c => (DateTimeOffset?)c.AskedAt)).Max();

    public static IReadOnlyDictionary<string, object?> Of(IReadOnlyCollection<Consultation> asked) => new Dictionary<string, object?>
    {
        [ConsultationSettings.Outcome] = TogetherOf(asked.Where(c => c.Part == ConsultationPart.Decides).Select(ConsultationBook.OutcomeOf).ToHashSet(StringComparer.Ordinal)),
        [ConsultationSettings.Outcomes] = asked.Select(object? (c) => ImmutableDictionary.CreateRange<string, object?>(
        [
            new("body", c.BodyName), new("part", c.Part == ConsultationPart.Decides ? "Y" : "X"), new("outcome", c.IsOpen || c.ClosedAt > WentOnAt(asked) ? Open : ConsultationBook.OutcomeOf(c)),
        ])).ToArray(),
    };

    private static string TogetherOf(HashSet<string> outcomes) =>
        outcomes.Contains(ConsultationOutcomes.Disagrees) ? ConsultationOutcomes.Disagrees
        : outcomes.Contains(ConsultationOutcomes.Remarks) ? ConsultationOutcomes.Remarks
        : outcomes.Contains(ConsultationOutcomes.PassedOver) || outcomes.Contains(ConsultationOutcomes.Withdrawn) ? Missing
        : ConsultationOutcomes.Agrees;
}
