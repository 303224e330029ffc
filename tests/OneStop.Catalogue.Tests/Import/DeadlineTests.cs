using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Import;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using Xunit.Abstractions;

namespace OneStop.Catalogue.Tests.Import;

// The deadlines and clock rules of the whole shipped catalogue.
public sealed class DeadlineTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<IReadOnlyList<ProcedureContent>>> Catalogue = new(ReadAsync);

    [Fact]
    public async Task Deadlines_OfEveryProcedure_AreATermOrAListedReason()
    {
        var all = await Catalogue.Value;
        var terms = all.Count(p => p.Channels.Any(c => c.Term.Term is not null));
        // A deadline is stated where the channel's column or words give a time; times that only the steps name belong to stages and neighbours.
        var stated = all.Where(p => !p.Channels.All(c => TermReasons.SaysNothing(c.Term.Reason) || c.Term.Reason == TermReasons.SeeText)).ToArray();
        var anywhere = all.Count(p => !p.Channels.All(c => TermReasons.SaysNothing(c.Term.Reason)));

        output.WriteLine($"procedures {all.Count}; parsed to a term {terms}: {Share(stated.Length)} of {stated.Length} that state a deadline, {Share(anywhere)} of {anywhere} that name any time, {Share(all.Count)} of all");
        foreach (var reason in all.Where(p => p.Channels.All(c => c.Term.Term is null)).GroupBy(p => p.Channels.Count == 0 ? "no_channel" : p.Channels[0].Term.Reason))
            output.WriteLine($"{reason.Key}: {reason.Count()} ({string.Join(", ", reason.Take(5).Select(p => p.Code))})");

        Assert.Equal(2849, all.Count);
        Assert.All(all.SelectMany(p => p.Channels), c => Assert.True(c.Term.Term is not null ^ c.Term.Reason is not null));
        Assert.All(all.SelectMany(p => p.Channels).Where(c => c.Term.Reason is not null), c => Assert.Contains(c.Term.Reason!, TermReasons.All));
        Assert.True(terms >= stated.Length * 0.95, $"{terms} of {stated.Length}");

        string Share(int of) => (100.0 * terms / of).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + " %";
    }

    [Fact]
    public async Task ClockRules_OfEveryProcedure_AreRecognised()
    {
        var rules = (await Catalogue.Value).ToDictionary(p => p.Code, p => ClockReader.Read([p.Steps, .. p.Channels.Select(c => c.Description)]));

        output.WriteLine($"after 15:00 {rules.Values.Count(r => r.CutOff is not null)}; restart {Count(SupplementMode.Restart)}; new term {Count(SupplementMode.NewTerm)}; "
            + $"third parties left out {rules.Values.Count(r => r.LeavesOutThirdParties)}, with a limit {rules.Values.Count(r => r.ThirdPartyLimit is not null)}; "
            + $"automatic stop {rules.Values.Count(r => r.StopAfter is not null)}; payer's time {rules.Values.Count(r => r.PausesForPayment)}");
        Assert.Equal(new TimeOnly(15, 0), rules["1.001193"].CutOff);
        Assert.Null(rules["1.013225"].CutOff);
        Assert.Equal((SupplementMode.Restart, new Term(60, TermUnit.CalendarDays)), (rules["1.000195"].AfterSupplement, rules["1.000195"].StopAfter));
        Assert.Equal((SupplementMode.NewTerm, new Term(18, TermUnit.WorkingDays)), (rules["1.000060"].AfterSupplement, rules["1.000060"].NewTerm));
        Assert.Equal(new Term(5, TermUnit.WorkingDays), rules["1.004122"].NewTerm);
        Assert.Equal(new Term(45, TermUnit.CalendarDays), rules["1.008922"].ThirdPartyLimit);
        Assert.True(rules["1.005399"].LeavesOutThirdParties);
        Assert.True(rules["1.013831"].PausesForPayment);
        Assert.True(Count(SupplementMode.Restart) >= 15 && Count(SupplementMode.NewTerm) >= 15);

        int Count(SupplementMode mode) => rules.Values.Count(r => r.AfterSupplement == mode);
    }

    private static async Task<IReadOnlyList<ProcedureContent>> ReadAsync()
    {
        await using var stream = SeedFiles.Procedures();
        var read = new List<ProcedureContent>();
        await foreach (var line in CatalogueReader.ReadAsync(stream))
            read.Add(line.Content!);
        return read;
    }
}
