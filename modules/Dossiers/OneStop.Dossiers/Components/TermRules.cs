using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Components;

// By which term a dossier's clock runs: the procedure's own, or the one the desk found for the case.
internal sealed class TermRules(PaperWords words)
{
    public Result<PlannedTerm> PlanOf(ProcedureVersionInfo procedure, string channel, TermOfCase? ofCase)
    {
        if (Published(procedure, channel) is { } published)
            return new PlannedTerm(procedure.Clock.PlanOf(published.Term), published.Text);
        if (procedure.TermGap is null or { Kind: TermGapKind.NoReturnDate })
            return Without(procedure);
        if (ofCase is null or { IsEmpty: true })
            return procedure.TermGap.Kind == TermGapKind.ByCase ? Error.Invalid(DossierErrors.TermMissing, nameof(TermOfCase.TermAmount)) : Without(procedure);
        return ofCase.Read().Map(term => new PlannedTerm(procedure.Clock.PlanOf(term) with { TermGround = ofCase.TermBasis!.Trim() }, Say(term)));
    }

    // The term of the channel it came by; a procedure that names only others gives the same term to all.
    public static ChannelTerm? Published(ProcedureVersionInfo procedure, string channel) =>
        procedure.Terms.FirstOrDefault(t => t.Channel == channel) ?? (procedure.Terms.Count > 0 ? procedure.Terms[0] : null);

    private static PlannedTerm Without(ProcedureVersionInfo procedure) => new(procedure.Clock.PlanOf(null), "");

    private string Say(Term term) => term.IsSameDay ? words.Say("Term.SameDay") : words.Say("Term.Of", term.Amount, words.Say($"TermUnit.{term.Unit}"));
}

internal sealed record PlannedTerm(ClockPlan Plan, string Text)
{
    public bool IsOfCase => Plan.TermGround is not null;
}
