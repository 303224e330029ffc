using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AcceptDossier;
using OneStop.Dossiers.Features.PreviewDue;
using OneStop.Dossiers.Features.ReviewDossier;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

// A procedure whose text gives another term for each case: the desk finds the one of the dossier and says by what.
public sealed class TermOfCaseTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    private const string Basis = "Cấp lại do bị mất, Điều 90 Nghị định 168/2025/NĐ-CP";

    [Fact]
    public async Task Accept_WithoutTheTermOfTheCase_IsRefusedAtTheField()
    {
        var id = await FileAsync(TermGapKind.ByCase);

        var refused = await AcceptAsync(id, null);

        Assert.Equal((DossierErrors.TermMissing, nameof(TermOfCase.TermAmount)), (refused.Error.Code, refused.Error.Field));
        Assert.Null((await system.ReadAsync(id)).AcceptedAt);
    }

    [Theory]
    [InlineData("-1", TermUnit.WorkingDays)]
    [InlineData("ba ngày", TermUnit.WorkingDays)]
    [InlineData("1,5", TermUnit.CalendarDays)]
    [InlineData("0", TermUnit.Months)]
    [InlineData("0", TermUnit.WorkingHours)]
    [InlineData("99999", TermUnit.WorkingDays)]
    [InlineData("25", TermUnit.Months)]
    public async Task Accept_WithATermThatMakesNoSense_IsRefusedAtTheField(string amount, TermUnit unit)
    {
        var id = await FileAsync(TermGapKind.ByCase);

        var refused = await AcceptAsync(id, new TermOfCase(amount, unit, Basis));

        Assert.Equal((DossierErrors.TermUnsound, nameof(TermOfCase.TermAmount)), (refused.Error.Code, refused.Error.Field));
    }

    [Fact]
    public async Task Accept_WithoutTheGroundOfTheTerm_IsRefusedAtThatFieldToo()
    {
        var refused = await AcceptAsync(await FileAsync(TermGapKind.ByCase), new TermOfCase("x", TermUnit.WorkingDays, " "));

        Assert.Equal([nameof(TermOfCase.TermAmount), nameof(TermOfCase.TermBasis)], refused.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task Accept_WithTheTermOfTheCase_PromisesItsDateAndSaysByWhat()
    {
        var id = await FileAsync(TermGapKind.ByCase);
        var term = new TermOfCase("3", TermUnit.WorkingDays, $" {Basis} ");
        var preview = await system.DoAs(system.Clerk, new PreviewDue(id, term));

        var accepted = await AcceptAsync(id, term);

        Assert.Equal((system.Clock.Now.AddDays(3), preview.DueAt), (accepted.Value.DueAt, accepted.Value.DueAt));
        var note = await system.AskAsync<DossiersDbContext, DueNote>(c => c.Set<DueNote>().AsNoTracking().FirstAsync(n => n.DossierId == id));
        Assert.Equal("3 ngày làm việc", note.TermText);
        Assert.Equal(Basis, Assert.Single(note.ReadLines(), l => l.Kind == LineKind.Term).LegalGround);
        await system.DeliverEventsAsync();
        Assert.Single((await system.ReadAsync(id)).Files, f => f.ComponentKey == "mau-01");
    }

    [Theory]
    [InlineData(TermGapKind.Unpublished)]
    [InlineData(TermGapKind.NoReturnDate)]
    public async Task Accept_WhereNoTermWasPublished_NeedsNone(TermGapKind kind) => Assert.Null((await AcceptAsync(await FileAsync(kind), null)).Value.DueAt);

    [Theory]
    [InlineData(TermGapKind.Unpublished, true)]
    [InlineData(TermGapKind.NoReturnDate, false)]
    public async Task Accept_WithATermNobodyPublished_CountsUnlessTheTextSaysThereIsNone(TermGapKind kind, bool counts)
    {
        var accepted = await AcceptAsync(await FileAsync(kind), new TermOfCase("0", TermUnit.WorkingDays, Basis));

        Assert.Equal(counts, accepted.Value.DueAt is not null);
    }

    [Fact]
    public async Task Accept_OfAProcedureWithATerm_KeepsTheTermOfTheLaw()
    {
        var accepted = await AcceptAsync(await system.FileAsync(), new TermOfCase("1", TermUnit.WorkingDays, Basis));

        Assert.Equal(system.Clock.Now.AddDays(22), accepted.Value.DueAt);
    }

    [Fact]
    public async Task Review_SaysWhetherTheDeskHasToFindTheTerm()
    {
        Assert.Equal(TermGapKind.ByCase, (await ReviewAsync(await FileAsync(TermGapKind.ByCase))).TermGap?.Kind);
        Assert.Null((await ReviewAsync(await FileAsync(TermGapKind.NoReturnDate))).TermGap);
        Assert.Null((await ReviewAsync(await system.FileAsync())).TermGap);
    }

    [Fact]
    public async Task Preview_OfADossierOfAnotherAgency_IsNotShown() => Assert.True(
        (await system.SendAs(TestCallers.DeskClerk(TestCallers.District), new PreviewDue(await FileAsync(TermGapKind.ByCase), new TermOfCase("3", TermUnit.WorkingDays, Basis)))).IsFailure);

    private Task<Guid> FileAsync(TermGapKind kind) => system.FileAsync(of: FakeCatalogue.WithoutTerm[(int)kind]);

    private Task<DossierReview> ReviewAsync(Guid id) => system.DoAs(system.Clerk, new ReviewDossier(id));

    private async Task<Result<AcceptedDossier>> AcceptAsync(Guid id, TermOfCase? term) =>
        await system.SendAs(system.Clerk, new AcceptDossier(id, (await system.ReadAsync(id)).Version, DeskSystem.AllComplete, term));
}
