using OneStop.Dossiers.Domain;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ReviewDossier;

internal static class Decisions
{
    public const string Accept = "accept";
    public const string AskSupplement = "supplement";
    public const string Refuse = "refuse";
}

// What the clerk has typed so far. Lives outside the page so that it can be tested, and survives a new reading of the dossier.
internal sealed class ReceptionForm
{
    public Dictionary<string, PaperFinding> Findings { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string?> Notes { get; } = new(StringComparer.Ordinal);

    public string? Decision { get; set; }

    public string? SupplementItems { get; set; }

    public string? SupplementReason { get; set; }

    public string? SupplementBy { get; set; }

    public string? RefusalKind { get; set; }

    public string? RefusalReason { get; set; }

    public string? LegalBasis { get; set; }

    public string? WithdrawalReason { get; set; }

    public string? TermAmount { get; set; }

    public string? TermUnit { get; set; } = nameof(Kernel.Time.TermUnit.WorkingDays);

    public string? TermBasis { get; set; }

    public TermOfCase Term => new(TermAmount, Enum.TryParse<Kernel.Time.TermUnit>(TermUnit, out var unit) ? unit : Kernel.Time.TermUnit.WorkingDays, TermBasis);

    public bool AllComplete(IEnumerable<ReviewPaper> papers) =>
        papers.All(p => Findings.GetValueOrDefault(p.Key) is PaperFinding.Complete or PaperFinding.NotNeeded || (!p.Required && Findings.GetValueOrDefault(p.Key) == PaperFinding.Unchecked));

    public IReadOnlyList<PaperCheck> Checks => [.. Findings.Select(f => new PaperCheck(f.Key, f.Value, Notes.GetValueOrDefault(f.Key)))];

    public void MarkAllComplete(IEnumerable<ReviewPaper> papers)
    {
        foreach (var paper in papers)
            Findings[paper.Key] = paper.Files.Count > 0 ? PaperFinding.Complete : paper.Required ? PaperFinding.Missing : PaperFinding.NotNeeded;
    }

    // Lines for Mẫu 02 out of what was found missing or wrong; what the clerk has written by hand stays.
    public void ProposeItems(IEnumerable<ReviewPaper> papers, Func<PaperFinding, string, string?, string> line)
    {
        if (!string.IsNullOrWhiteSpace(SupplementItems))
            return;
        var lines = papers.Where(p => Findings.GetValueOrDefault(p.Key) is PaperFinding.Missing or PaperFinding.Wrong)
            .Select(p => line(Findings[p.Key], p.Name, Notes.GetValueOrDefault(p.Key)));
        SupplementItems = string.Join('\n', lines);
    }

    public bool TryReadAnswerBy(out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(SupplementBy))
            return true;
        if (!DateText.TryRead(SupplementBy, out var read))
            return false;
        day = read;
        return true;
    }

    public ReceptionEntries ToEntries() => new(
        Checks, Decision, SupplementItems, SupplementReason, SupplementBy, RefusalKind, RefusalReason, LegalBasis, WithdrawalReason,
        Term);

    public void Restore(ReceptionEntries entries)
    {
        foreach (var check in entries.Checks)
        {
            Findings[check.ComponentKey] = check.Finding;
            Notes[check.ComponentKey] = check.Note;
        }

        Decision = entries.Decision;
        SupplementItems = entries.SupplementItems;
        SupplementReason = entries.SupplementReason;
        SupplementBy = entries.SupplementBy;
        RefusalKind = entries.RefusalKind;
        RefusalReason = entries.RefusalReason;
        LegalBasis = entries.LegalBasis;
        WithdrawalReason = entries.WithdrawalReason;
        if (entries.Term is { } term)
            (TermAmount, TermUnit, TermBasis) = (term.TermAmount, term.TermUnit.ToString(), term.TermBasis);
    }
}
