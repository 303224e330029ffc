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
        // A procedure that says itself to have no return date is read, too (KhongCoNgayHenTra).
        var read = terms + all.Count(p => p.Channels.All(c => c.Term.Term is null) && p.Channels.Any(c => TermReasons.HasNoReturnDate(c.Term.Reason)));
        // A deadline is stated where the channel's column or words give a time; times that only the steps name belong to stages and neighbours.
        var stated = all.Count(p => !p.Channels.All(c => TermReasons.SaysNothing(c.Term.Reason) || c.Term.Reason == TermReasons.SeeText));
        var anywhere = all.Count(p => !p.Channels.All(c => TermReasons.SaysNothing(c.Term.Reason)));

        output.WriteLine($"procedures {all.Count}; parsed to a term {terms}, with those without a return date {read}: {Share(stated)} of {stated} that state a deadline, {Share(anywhere)} of {anywhere} that name any time, {Share(all.Count)} of all");
        foreach (var reason in all.Where(p => p.Channels.All(c => c.Term.Term is null)).GroupBy(p => p.Channels.Count == 0 ? "no_channel" : p.Channels[0].Term.Reason))
            output.WriteLine($"{reason.Key}: {reason.Count()} ({string.Join(", ", reason.Take(5).Select(p => p.Code))})");

        Assert.Equal(2849, all.Count);
        Assert.All(all.SelectMany(p => p.Channels), c => Assert.True(c.Term.Term is not null ^ c.Term.Reason is not null));
        Assert.All(all.SelectMany(p => p.Channels).Where(c => c.Term.Reason is not null), c => Assert.Contains(c.Term.Reason!, TermReasons.All));
        Assert.True(read >= stated * 0.975, $"{read} of {stated} that state a deadline");
        Assert.True(read >= all.Count * 0.855, $"{read} of all");

        string Share(int of) => (100.0 * read / of).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + " %";
    }

    [Theory]
    // The clerk answers in 01 day whether the papers are complete; the agency decides in another time, which is the term.
    [InlineData("1.008118", 15, TermUnit.WorkingDays)]
    [InlineData("1.011471", 7, TermUnit.WorkingDays)]
    [InlineData("1.003532", 5, TermUnit.WorkingDays)]
    [InlineData("2.002032", 3, TermUnit.WorkingDays)]
    // 18 days of the department and 02 of the chair make the 20 that the column gives without a unit.
    [InlineData("1.007926", 20, TermUnit.WorkingDays)]
    [InlineData("1.010090", 20, TermUnit.WorkingDays)]
    [InlineData("1.003395", 2, TermUnit.WorkingDays)]
    // "Trong thời hạn 30 ngày, trong đó: 10 ngày … 20 ngày".
    [InlineData("1.003213", 30, TermUnit.CalendarDays)]
    // The column's "1100" is the blank 1 and a fee of 100.000 VNĐ.
    [InlineData("2.002009", 1, TermUnit.WorkingDays)]
    [InlineData("2.002011", 3, TermUnit.WorkingDays)]
    [InlineData("2.001680", 0, TermUnit.WorkingDays)]
    [InlineData("1.001193", 0, TermUnit.WorkingDays)]
    [InlineData("1.013089", 0, TermUnit.WorkingDays)]
    public async Task Deadline_WhereThePublishedTextGivesIt_IsThatTerm(string code, int amount, TermUnit unit)
    {
        var procedure = (await Catalogue.Value).Single(p => p.Code == code);

        Assert.Contains(new Term(amount, unit), procedure.Channels.Select(c => c.Term.Term));
    }

    [Theory]
    // The portal's column gives the time of the first case alone, or its number without "làm việc".
    [InlineData("1.012575", 7, TermUnit.WorkingDays)]
    [InlineData("1.009664", 10, TermUnit.WorkingDays)]
    // No column at all: new 28, 7, 8, 7 days, anew 2 or 5.
    [InlineData("1.003361", 28, TermUnit.WorkingDays)]
    [InlineData("1.003790", 7, TermUnit.WorkingDays)]
    [InlineData("1.014834", 8, TermUnit.WorkingDays)]
    [InlineData("1.014949", 7, TermUnit.WorkingDays)]
    // The longest stands last, in the middle or first.
    [InlineData("1.000513", 17, TermUnit.WorkingDays)]
    [InlineData("3.000517", 7, TermUnit.WorkingDays)]
    [InlineData("1.013097", 1.5, TermUnit.WorkingDays)]
    [InlineData("3.000037", 60, TermUnit.CalendarDays)]
    [InlineData("3.000258", 90, TermUnit.CalendarDays)]
    // Days of the calendar, working days and hours beside each other.
    [InlineData("1.013274", 5, TermUnit.WorkingDays)]
    [InlineData("1.003425", 5, TermUnit.WorkingDays)]
    public async Task Deadline_WhereTheTextGivesOneForEachCase_IsTheLongestAndSaysSo(string code, double amount, TermUnit unit)
    {
        var procedure = (await Catalogue.Value).Single(p => p.Code == code);

        Assert.Contains((new Term((decimal)amount, unit), TermOrigins.LongestCase), procedure.Channels.Select(c => (c.Term.Term, c.Term.Origin)));
        Assert.All(procedure.Channels.Where(c => c.Term.Origin == TermOrigins.LongestCase), c => Assert.NotNull(c.Description));
    }

    [Theory]
    // Two agencies one after the other, what is told of an incomplete dossier, a column that is longer than every case.
    [InlineData("1.002390", 5, TermUnit.WorkingDays)]
    [InlineData("1.002359", 3, TermUnit.WorkingDays)]
    [InlineData("1.002687", 2, TermUnit.WorkingDays)]
    [InlineData("1.007996", 25, TermUnit.WorkingDays)]
    public async Task Deadline_WhereTheTimesAreStagesOrTheColumnIsLonger_StaysThatOfTheColumn(string code, int amount, TermUnit unit)
    {
        var procedure = (await Catalogue.Value).Single(p => p.Code == code);

        Assert.Contains((new Term(amount, unit), TermOrigins.Column), procedure.Channels.Select(c => (c.Term.Term, c.Term.Origin)));
        Assert.DoesNotContain(procedure.Channels, c => c.Term.Origin == TermOrigins.LongestCase);
    }

    [Theory]
    // The time in which incompleteness is told, a kiểm dịch is arranged or a neighbour is asked.
    [InlineData("1.003198", TermReasons.SeeText)]
    [InlineData("1.007659", TermReasons.SeeText)]
    [InlineData("1.008323", TermReasons.SeeText)]
    [InlineData("2.000829", TermReasons.SeeText)]
    [InlineData("1.003407", TermReasons.SeeText)]
    [InlineData("1.003113", TermReasons.SeeText)]
    [InlineData("2.002165", TermReasons.SeeText)]
    [InlineData("1.014770", TermReasons.SeeText)]
    [InlineData("1.003563", TermReasons.SeeText)]
    // "Trong ngày làm việc … kiểm tra thành phần hồ sơ", "được thực hiện ngay tại nơi nuôi giữ", "ngay trong ngày lập chứng từ": nothing is returned that day.
    [InlineData("1.001319", TermReasons.SeeText)]
    [InlineData("2.000873", TermReasons.SeeText)]
    [InlineData("1.011042", TermReasons.Blank)]
    // "Ngày 20 tháng đầu tiên hàng quý" is a date; "06 ngày làm việc và 30 ngày" are two times; 03, 05 or 07 days by case.
    [InlineData("1.000221", TermReasons.NotPublished)]
    [InlineData("1.014133", TermReasons.SeveralStages)]
    [InlineData("3.000540", TermReasons.SeveralStages)]
    [InlineData("1.009647", TermReasons.SeeText)]
    [InlineData("1.000014", TermReasons.Blank)]
    [InlineData("5.002562", TermReasons.NotFixed)]
    [InlineData("5.002546", TermReasons.NotFixed)]
    [InlineData("1.004198", TermReasons.NotFixed)]
    [InlineData("2.002235", TermReasons.NoReturn)]
    public async Task Deadline_WhereThePublishedTextGivesAnotherTimeOrNone_IsNotInvented(string code, string reason)
    {
        var procedure = (await Catalogue.Value).Single(p => p.Code == code);

        Assert.DoesNotContain(procedure.Channels, c => c.Term.Origin == TermOrigins.Text);
        Assert.Contains(reason, procedure.Channels.Select(c => c.Term.Reason));
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
