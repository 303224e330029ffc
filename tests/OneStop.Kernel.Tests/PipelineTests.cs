using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Audit;
using OneStop.Kernel.Results;
using OneStop.Kernel.Tests.Ledger;
using OneStop.TestKit.Callers;
using Xunit;

namespace OneStop.Kernel.Tests;

public sealed class PipelineTests(SqliteLedger system) : IClassFixture<SqliteLedger>
{
    private LedgerFaults Faults => system.Services.GetRequiredService<LedgerFaults>();

    [Fact]
    public async Task Send_WhenAnonymousAndPermissionNeeded_AsksToSignIn()
    {
        var result = await system.SendAs(TestCallers.Anonymous, new WriteEntry("A1"));

        Assert.Equal((CommonErrors.SignInRequired, ErrorKind.Forbidden), (result.Error.Code, result.Error.Kind));
    }

    [Fact]
    public async Task Send_WhenRoleLacksPermission_IsForbidden()
    {
        var result = await system.SendAs(TestCallers.DeskClerk(), new WriteEntry("A2"));

        Assert.Equal((CommonErrors.NotAllowed, ErrorKind.Forbidden), (result.Error.Code, result.Error.Kind));
        Assert.Equal(0, await CountAsync("A2"));
    }

    [Fact]
    public async Task Send_WhenOpenToAll_ServesAnonymous() => Assert.True((await system.SendAs(TestCallers.Anonymous, new CountEntries())).IsSuccess);

    [Fact]
    public async Task Send_WhenInputIsMalformed_NamesFieldCodeAndLimitWithoutRunningTheHandler()
    {
        var before = Faults.Attempts;

        var result = await system.SendAs(TestCallers.Officer(), new WriteEntry(new string('x', 51)));

        var error = Assert.Single(result.Errors);
        Assert.Equal((CommonErrors.TooLong, ErrorKind.Invalid, nameof(WriteEntry.Code)), (error.Code, error.Kind, error.Field));
        Assert.Equal([50], error.Args!);
        Assert.Equal(before, Faults.Attempts);
    }

    [Fact]
    public async Task Send_WhenHandlerSucceeds_StoresRowAuditAndEventTogether()
    {
        var officer = TestCallers.Officer();

        await system.DoAs(officer, new WriteEntry("A3"));

        Assert.Equal(1, await CountAsync("A3"));
        var audit = await AuditOfAsync("A3");
        Assert.Equal((officer.AccountId, "Staff", nameof(WriteEntry), "kiểm tra", system.Clock.Now), (audit!.ActorId, audit.ActorKind, audit.Deed, audit.Reason, audit.At));
        Assert.Contains(await system.RaisedAsync<EntryWritten>(), e => e.Code == "A3");
    }

    [Fact]
    public async Task Send_WhenHandlerRefusesAfterSaving_LeavesNothing()
    {
        Faults.CommitWasSeen = false;

        var result = await system.SendAs(TestCallers.Officer(), new WriteEntry("A4", FailAfterSaving: true));

        Assert.Equal("ledger.refused", result.Error.Code);
        await AssertNothingLeftAsync("A4");
    }

    [Fact]
    public async Task Send_WhenHandlerThrows_LeavesNothingAndTellsTheLog()
    {
        Faults.CommitWasSeen = false;
        Faults.NextHandlerExceptions.Enqueue(new InvalidOperationException("a bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => system.SendAs(TestCallers.Officer(), new WriteEntry("A5")));

        await AssertNothingLeftAsync("A5");
        Assert.Contains(system.Log.Lines, l => l.Exception is InvalidOperationException { Message: "a bug" } && l.Message.Contains(nameof(WriteEntry), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_WhenUniqueValueExists_IsAConflict()
    {
        await system.DoAs(TestCallers.Officer(), new WriteEntry("A6"));

        var result = await system.SendAs(TestCallers.Officer(), new WriteEntry("A6"));

        Assert.Equal((CommonErrors.Duplicate, ErrorKind.Conflict), (result.Error.Code, result.Error.Kind));
        Assert.Equal(1, await CountAsync("A6"));
    }

    [Fact]
    public async Task Send_WhenRowChangedMeanwhile_RefusesTheSecondSave()
    {
        var id = await system.DoAs(TestCallers.Officer(), new WriteEntry("A7"));
        await system.DoAs(TestCallers.Officer(), new AnnotateEntry(id, "first", 0));

        var result = await system.SendAs(TestCallers.Officer(), new AnnotateEntry(id, "second", 0));

        Assert.Equal((CommonErrors.ChangedMeanwhile, ErrorKind.Conflict), (result.Error.Code, result.Error.Kind));
        var note = await system.AskAsync<LedgerDbContext, string>(c => c.Set<Entry>().Where(e => e.Id == id).Select(e => e.Note).SingleAsync());
        Assert.Equal("first", note);
    }

    [Fact]
    public async Task Send_WhenADeedThatReadsAheadIsOvertaken_IsDoneAgainOnWhatIsThere()
    {
        var id = await system.DoAs(TestCallers.Officer(), new WriteEntry("A14"));
        Faults.Meanwhile = async () =>
        {
            Faults.Meanwhile = null;
            await system.DoAs(TestCallers.Officer(), new AnnotateEntry(id, "first", 0));
        };

        var note = await system.DoAs(TestCallers.Officer(), new LengthenNote(id));

        Assert.Equal("first!", note);
        Assert.Equal(["lengthened:first!"], Faults.Seen.Where(s => s.StartsWith("lengthened:first", StringComparison.Ordinal)));
        Assert.NotNull(await AuditOfAsync($"lengthen:{id}"));
    }

    [Fact]
    public async Task Send_WhenADeedThatReadsAheadIsOvertakenAgainAndAgain_IsAConflict()
    {
        var id = await system.DoAs(TestCallers.Officer(), new WriteEntry("A15"));
        var version = 0;
        Faults.Meanwhile = () => system.DoAs(TestCallers.Officer(), new AnnotateEntry(id, $"other {version}", version++));

        var result = await system.SendAs(TestCallers.Officer(), new LengthenNote(id));

        Faults.Meanwhile = null;
        Assert.Equal(CommonErrors.ChangedMeanwhile, result.Error.Code);
        Assert.Null(await AuditOfAsync($"lengthen:{id}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Send_WhenRowChangesDuringTheDeed_IsDoneAgainAndNobodyHearsOfIt(int overtaken)
    {
        var id = await system.DoAs(TestCallers.Officer(), new WriteEntry($"A16{overtaken}"));
        Faults.Overtaken = overtaken;
        var before = Faults.Attempts;

        var result = await system.SendAs(TestCallers.Officer(), new UnderlineNote(id));

        Assert.EndsWith("_", result.Value, StringComparison.Ordinal);
        Assert.Equal(before + overtaken + 1, Faults.Attempts);
    }

    [Fact]
    public async Task Send_WhenRowChangesDuringTheDeedForEver_IsAConflictAfterSomeAttempts()
    {
        var id = await system.DoAs(TestCallers.Officer(), new WriteEntry("A17"));
        Faults.Overtaken = int.MaxValue;
        var before = Faults.Attempts;

        var result = await system.SendAs(TestCallers.Officer(), new UnderlineNote(id));

        Faults.Overtaken = 0;
        Assert.Equal(CommonErrors.ChangedMeanwhile, result.Error.Code);
        Assert.Equal(before + 5, Faults.Attempts);
    }

    [Fact]
    public async Task Send_WhenDatabaseIsBusyOnce_TriesAgainAndSucceeds()
    {
        Faults.NextHandlerExceptions.Enqueue(new SqliteException("locked", 5));
        var before = Faults.Attempts;

        var result = await system.SendAs(TestCallers.Officer(), new WriteEntry("A8"));

        Assert.True(result.IsSuccess);
        Assert.Equal(before + 2, Faults.Attempts);
        Assert.Equal(1, await CountAsync("A8"));
    }

    [Fact]
    public async Task Send_WhenDatabaseStaysBusy_IsUnavailableAndLeavesNothing()
    {
        for (var i = 0; i < 5; i++)
            Faults.NextHandlerExceptions.Enqueue(new SqliteException("full", 13));
        Faults.CommitWasSeen = false;

        var result = await system.SendAs(TestCallers.Officer(), new WriteEntry("A9"));

        Assert.Equal((CommonErrors.TryAgainLater, ErrorKind.Unavailable), (result.Error.Code, result.Error.Kind));
        await AssertNothingLeftAsync("A9");
    }

    [Fact]
    public async Task Send_WhenDiskIsFull_IsUnavailableAndLeavesNothing()
    {
        Faults.CommitWasSeen = false;
        Faults.NextHandlerExceptions.Enqueue(new IOException("No space left on device"));

        var result = await system.SendAs(TestCallers.Officer(), new WriteEntry("A10"));

        Assert.Equal(ErrorKind.Unavailable, result.Error.Kind);
        await AssertNothingLeftAsync("A10");
    }

    [Fact]
    public async Task Send_WhenReaderGoesAway_LeavesNothing()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => system.SendAs(TestCallers.Officer(), new WriteEntry("A11"), gone.Token));

        Assert.Equal(0, await CountAsync("A11"));
    }

    private async Task AssertNothingLeftAsync(string code)
    {
        Assert.Equal(0, await CountAsync(code));
        Assert.Null(await AuditOfAsync(code));
        Assert.DoesNotContain(await system.RaisedAsync<EntryWritten>(), e => e.Code == code);
        Assert.False(Faults.CommitWasSeen);
    }

    private Task<int> CountAsync(string code) => system.AskAsync<LedgerDbContext, int>(c => c.Set<Entry>().CountAsync(e => e.Code == code));

    private Task<AuditEntry?> AuditOfAsync(string subject) =>
        system.AskAsync<LedgerDbContext, AuditEntry?>(c => c.Set<AuditEntry>().SingleOrDefaultAsync(a => a.Subject == subject));
}
