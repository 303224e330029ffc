using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Tests.Office;
using OneStop.Kernel.Data;
using Xunit.Abstractions;

namespace OneStop.Approvals.Tests.Survival;

/// <summary>Two nodes at a time work on one database and are killed with SIGKILL wherever they happen to be; nothing may be lost or done twice.</summary>
public sealed class KillTests(ApprovalsOffice office, ITestOutputHelper output) : IClassFixture<ApprovalsOffice>
{
    private const int Nodes = 2;
    private const int MinutesAhead = 3;
    private const int MostPoints = 100;
    private const int Killed = 128 + 9;
    private readonly ConcurrentDictionary<string, int> points = new(StringComparer.Ordinal);

    // The full number on the default database; a server of its own survives a client's death by design, so fewer are enough there.
    private int Kills => int.TryParse(Environment.GetEnvironmentVariable("ONESTOP_TEST_KILLS"), out var wished) ? wished : office.Provider == DatabaseOptions.Sqlite ? 200 : 30;

    [Fact]
    public async Task Kill_AtAnyMoment_LosesNoStepAndDoublesNone()
    {
        office.Organisation.WithHeads();
        await RichProcess.DeployAsync(office);
        var left = Kills;
        await Task.WhenAll(Enumerable.Range(0, Nodes).Select(node => Task.Run(async () =>
        {
            var random = new Random(4711 + node);
            while (Interlocked.Decrement(ref left) is >= 0 and var run)
                await RunAndKillAsync(Kills - run, random);
        })));
        office.Clock.SetTo(DateTimeOffset.UtcNow.AddMinutes(MinutesAhead * (Kills + 2)));

        await FinishAsync();

        await AssertWholeAsync();
    }

    // Every other node dies by itself at a point between two statements, the first run at the first, the next at the next; the others are killed from outside at any time.
    private Task RunAndKillAsync(int run, Random random) => run % 2 == 0 ? RunToFaultAsync(run) : RunAndKillFromOutsideAsync(run, random);

    private async Task RunToFaultAsync(int run)
    {
        using var process = StartNode(run, (run / 2 % MostPoints) + 1);
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var point = said.Split('\n').FirstOrDefault(line => line.StartsWith(FaultPoints.Prefix, StringComparison.Ordinal));
        Assert.True(point is not null && process.ExitCode == Killed, $"The node stopped by itself: {await errors}");
        points.AddOrUpdate(point[FaultPoints.Prefix.Length..].Trim(), 1, (_, count) => count + 1);
    }

    private Process StartNode(int run, int? dieAt = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillTests).Assembly.Location, office.Provider, office.ConnectionString, (run * MinutesAhead).ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A process that lives for a second gains nothing from being optimised.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcServer"] = "0" },
        };
        if (dieAt is { } point)
            start.ArgumentList.Add(point.ToString(CultureInfo.InvariantCulture));
        return Process.Start(start)!;
    }

    private async Task RunAndKillFromOutsideAsync(int run, Random random)
    {
        using var process = StartNode(run);
        var errors = process.StandardError.ReadToEndAsync();
        var deeds = random.Next(1, 12);
        var line = await process.StandardOutput.ReadLineAsync();
        for (var seen = 0; line is not null && seen < deeds; seen++)
            line = await process.StandardOutput.ReadLineAsync();
        if (line is null)
            Assert.Fail($"The node stopped by itself: {await errors}");

        // Somewhere inside the deed that has just begun: between any two of its statements, or in what follows the commit.
        var until = Stopwatch.GetTimestamp() + random.Next(0, (int)(Stopwatch.Frequency / 60));
        while (Stopwatch.GetTimestamp() < until)
            Thread.SpinWait(50);
        process.Kill();
        await process.WaitForExitAsync();
    }

    private async Task FinishAsync()
    {
        do
        {
            await office.DeliverEventsAsync();
            office.Clock.Advance(TimeSpan.FromMinutes(MinutesAhead));
            while (await office.RunDueJobsAsync() > 0)
            {
            }

            await SurvivalWorker.WorkAsync(office.Services, () => false, _ => { });
        }
        while (await office.DeliverEventsAsync() > 0 || await office.AskAsync<ApprovalsDbContext, bool>(c => c.Jobs.AnyAsync()));
    }

    private async Task AssertWholeAsync()
    {
        var entered = (await office.RaisedAsync<StepEntered>()).ToLookup(e => e.DossierId);
        var completed = (await office.RaisedAsync<StepCompleted>()).ToLookup(e => e.DossierId);
        var ended = (await office.RaisedAsync<ProcessCompleted>()).ToLookup(e => e.DossierId);
        var (asked, closed) = ((await office.RaisedAsync<ConsultationAsked>()).ToLookup(e => e.DossierId), (await office.RaisedAsync<ConsultationClosed>()).ToLookup(e => e.ConsultationId));
        var accepted = await office.RaisedAsync<OneStop.Dossiers.Contracts.Events.DossierAccepted>();
        await office.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            var instances = await context.Instances.AsNoTracking().Where(i => i.Matter == null).ToListAsync();
            var opinions = (await context.Consultations.AsNoTracking().ToListAsync()).ToLookup(c => c.AskingInstanceId);
            var tasks = (await context.Tasks.AsNoTracking().ToListAsync()).ToLookup(t => t.InstanceId);
            var history = (await context.History.AsNoTracking().ToListAsync()).ToLookup(h => h.InstanceId);
            var audited = await context.Set<Kernel.Audit.AuditEntry>().CountAsync(a => a.Deed == "CompleteTaskCommand");

            Assert.Equal(accepted.Select(a => a.DossierId).Order(), instances.Select(i => i.DossierId).Order());
            foreach (var instance in instances)
            {
                string[] steps = instance.ProcedureCode == RichProcess.Key ? RichProcess.Steps : ["duyet", "ky", "phan_cong", "tham_dinh", "tiep_nhan", "tra_ket_qua", "van_thu"];
                Assert.Equal(InstanceStatus.Completed, instance.Status);
                Assert.Equal(steps, tasks[instance.Id].Select(t => t.Element).Order(StringComparer.Ordinal));
                Assert.All(tasks[instance.Id], t => Assert.Equal(TaskState.Done, t.State));
                Assert.Equal(steps, entered[instance.DossierId].Select(e => e.Element).Order(StringComparer.Ordinal));
                Assert.Equal(steps, completed[instance.DossierId].Select(e => e.Element).Order(StringComparer.Ordinal));
                Assert.Single(ended[instance.DossierId]);
                AssertAskedOnce(instance, opinions[instance.Id].ToList(), asked[instance.DossierId].Count());
                var numbers = history[instance.Id].Select(h => h.Number).Order().ToList();
                Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
            }

            Assert.All(opinions.SelectMany(o => o), c => Assert.Single(closed[c.Id]));
            output.WriteLine($"{Kills} kills, {instances.Count} dossiers, {tasks.Sum(t => t.Count())} steps, {audited} completions audited");
            // Every step but the reception, which the system does for the clerk, was completed by a command; repeats are audited too.
            Assert.True(audited >= tasks.Sum(t => t.Count(task => task.Element != "tiep_nhan")));
            Assert.Contains(instances, instance => instance.ProcedureCode == RichProcess.Key);
            Assert.Empty(await context.Jobs.AsNoTracking().ToListAsync());
            output.WriteLine($"Died at: {string.Join(", ", points.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} ({p.Value})"))}");
            if (Kills >= 100)
                Assert.All(new[] { "commit", "after commit", "INSERT", "UPDATE" }, kind => Assert.Contains(points.Keys, point => point.StartsWith(kind, StringComparison.Ordinal)));
        });
    }

    // The permit asks one body that decides and one that informs; each answer, or the end, is told once.
    private static void AssertAskedOnce(ProcessInstance instance, List<Consultation> opinions, int asked)
    {
        Assert.Equal(instance.ProcedureCode == RichProcess.Key ? 0 : 2, asked);
        Assert.Equal(asked, opinions.Count);
        Assert.All(opinions, c => Assert.True(c.State == ConsultationState.Answered || c is { State: ConsultationState.Withdrawn, Part: ConsultationPart.Informs }));
    }
}
