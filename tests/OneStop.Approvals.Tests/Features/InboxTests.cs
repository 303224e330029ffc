using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Features.ListTasks;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Live;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

public sealed class InboxTests(CountingOffice office) : IClassFixture<CountingOffice>
{
    private static Caller Officer => TestCallers.Officer(FakeOrganisation.Place(Levels.Commune, Roles.Officer));

    [Fact]
    public async Task List_ComesDueFirstInPagesWithoutGapsOrRepeats()
    {
        for (var i = 0; i < 35; i++)
        {
            await office.AcceptAsync(applicant: $"Người thứ {i}");
            office.Clock.Advance(TimeSpan.FromMinutes(7));
        }

        var all = new List<TaskRow>();
        string? cursor = null;
        do
        {
            var page = (await office.DoAs(Officer, new ListTasksQuery(Cursor: cursor))).Page;
            Assert.True(page.Items.Count <= 30);
            all.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.True(all.Count >= 35);
        Assert.Equal(all.Count, all.DistinctBy(t => t.Id).Count());
        Assert.Equal(all.OrderBy(t => t.SortDue).Select(t => t.SortDue), all.Select(t => t.SortDue));
    }

    [Theory]
    [InlineData("dang thi thu")]
    [InlineData("ĐẶNG THU")]
    [InlineData("thu dang")]
    public async Task Search_ForgivesDiacriticsCaseAndOrder(string words)
    {
        var dossier = await office.AcceptAsync(applicant: "Đặng Thị Thu");

        var found = (await office.DoAs(Officer, new ListTasksQuery(Search: words))).Page.Items;

        Assert.Contains(found, t => t.ApplicantName == "Đặng Thị Thu");
        Assert.All(found, t => Assert.Equal("Đặng Thị Thu", t.ApplicantName));
        Assert.Contains((await office.DoAs(Officer, new ListTasksQuery(Search: found[0].DossierCode))).Page.Items, t => t.Id == found[0].Id);
        Assert.NotEqual(Guid.Empty, dossier);
    }

    [Fact]
    public async Task Late_ShowsOnlyWhatHasPassedItsLastDay()
    {
        await office.AcceptAsync(applicant: "Việc trễ");
        // Seven days of eight hours: judged by the day, not by the minute.
        office.Clock.Advance(TimeSpan.FromHours(56) + TimeSpan.FromMinutes(1));
        Assert.Empty((await office.DoAs(Officer, new ListTasksQuery(LateOnly: true, Search: "viec tre"))).Page.Items);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await office.AcceptAsync(applicant: "Việc mới");

        Assert.Single((await office.DoAs(Officer, new ListTasksQuery(LateOnly: true, Search: "viec tre"))).Page.Items);
        Assert.Empty((await office.DoAs(Officer, new ListTasksQuery(LateOnly: true, Search: "viec moi"))).Page.Items);
        Assert.Single((await office.DoAs(Officer, new ListTasksQuery(Search: "viec moi"))).Page.Items);
    }

    [Fact]
    public async Task Accept_TellsOpenInboxesOfTheUnitAtOnce()
    {
        var told = new TaskCompletionSource();
        var topics = (await office.DoAs(Officer, new ListTasksQuery())).Topics;
        using var subscription = office.Services.GetRequiredService<ILiveFeed>().Subscribe(topics.Single(t => t == InboxTopics.Agency(TestCallers.Ward.AgencyId)), () => told.TrySetResult());

        await office.AcceptAsync();

        await told.Task.WaitAsync(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task List_ReadsOneQueryForEachPostAndWalksAnIndex()
    {
        office.Commands.Clear();
        await office.DoAs(Officer, new ListTasksQuery());

        var reads = office.Commands.Where(c => c.Contains("work_task", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, reads.Count);
        if (office.Provider != Kernel.Data.DatabaseOptions.Sqlite)
            return;
        var plan = await office.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            const string sql = """
                EXPLAIN QUERY PLAN SELECT id FROM approvals_work_task
                WHERE agency_id = 'x' AND role = 'officer' AND assignee_id IS NULL AND (department_id IS NULL OR department_id = 'y') AND state = 'Open'
                ORDER BY sort_due, id LIMIT 31
                """;
            await context.Database.OpenConnectionAsync();
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(3));
            return string.Join('\n', lines);
        });
        Assert.Contains("USING INDEX", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }
}

/// <summary>Remembers the SQL it sends.</summary>
public sealed class CountingOffice : ApprovalsOffice
{
    internal CommandLog Commands { get; } = new();

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.ConfigureDbContext<ApprovalsDbContext>(options => options.AddInterceptors(Commands));
    }
}

internal sealed class CommandLog : DbCommandInterceptor
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> commands = new();

    public void Clear() => commands.Clear();

    public IEnumerable<string> Where(Func<string, bool> predicate) => commands.Where(predicate);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        commands.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
