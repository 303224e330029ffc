using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Features.RecordSimulation;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Data;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Jobs;

/// <summary>Plays one simulation at a time, outside any transaction; only its progress and its report are written.</summary>
internal sealed class SimulationWorker(
    IServiceScopeFactory scopes, ISystemDispatcher dispatcher, IDatabase database, SimulationSignal signal, TimeProvider time, ILogger<SimulationWorker> logger)
    : QueueWorker(signal, TimeSpan.FromSeconds(10), time, logger)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public override async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> claimed;
        await using (var scope = scopes.CreateAsyncScope())
            claimed = await database.ClaimDueAsync<SimulationRun>(scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>(), Time.GetUtcNow(), 1, Lease, cancellationToken);
        foreach (var id in claimed)
            await RunAsync(id, cancellationToken);
        return claimed.Count;
    }

    private async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        Result<string> report;
        try
        {
            report = await PlayAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Logger.LogError(exception, "Simulation {SimulationId} failed", id);
            report = Error.Unavailable(CommonErrors.TryAgainLater);
        }

        await dispatcher.Send(new RecordSimulationCommand(id, 1000, report.IsSuccess ? report.Value : null, report.IsSuccess ? null : report.Error.Code), cancellationToken);
    }

    private async Task<Result<string>> PlayAsync(Guid id, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var run = await context.Simulations.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        if (run.Attempts >= MostAttempts)
            return Error.Unavailable(CommonErrors.TryAgainLater);
        await dispatcher.Send(new RecordSimulationCommand(id, 0, null, null), cancellationToken);

        var request = JsonSerializer.Deserialize<SimulationRequest>(run.Request)!;
        var tried = await ReadAsync(services, context, run.DraftId, run.VersionId, cancellationToken);
        if (tried is null)
            return Error.NotFound(ApprovalErrors.VersionMissing);
        var beside = run.BesideId is { } besideId ? await ReadAsync(services, context, null, besideId, cancellationToken) : null;

        var source = services.GetRequiredService<SimulationSource>();
        string[] drawings = [tried.Xml, beside?.Xml ?? ""];
        var dossiers = request.Source == ArrivalSource.Past
            ? await source.DossiersAsync(run.Key, request.From, request.To, drawings, cancellationToken)
            : await source.RecentAsync(run.Key, drawings, cancellationToken);
        if (dossiers.Count == 0)
            return Error.RuleBroken(ApprovalErrors.SimulationWithoutPast);
        if (dossiers.Count * (long)request.Percent / 100 > SimulationSource.MostDossiers)
            return Error.RuleBroken(ApprovalErrors.SimulationTooLarge);
        var calendar = await services.GetRequiredService<IWorkingCalendar>().ForAsync(dossiers[0].Office.AgencyId, cancellationToken);
        if (calendar.IsFailure)
            return calendar.AsFailure<string>();
        var profiles = await source.ProfilesAsync(run.Key, Time.GetUtcNow(), calendar.Value, cancellationToken);

        var planner = services.GetRequiredService<SimulationPlanner>();
        var sides = new List<SimulationSide>();
        foreach (var (definition, asToday) in new[] { (tried.Definition, false), (beside?.Definition, true) })
        {
            if (definition is null)
                continue;
            var plan = await planner.PlanAsync(definition, dossiers, profiles, request, asToday, cancellationToken);
            if (plan.IsFailure)
                return plan.AsFailure<string>();
            if (plan.Value.Arrivals.Count == 0)
                return Error.RuleBroken(ApprovalErrors.SimulationWithoutPast);
            sides.Add(await PlayAsync(id, plan.Value, sides.Count, beside is null ? 1 : 2, cancellationToken));
        }

        return JsonSerializer.Serialize(new SimulationOutcome(sides[0], sides.ElementAtOrDefault(1), watch.Elapsed.TotalSeconds));
    }

    private async Task<SimulationSide> PlayAsync(Guid id, SimulationPlan plan, int done, int all, CancellationToken cancellationToken)
    {
        var share = 0.0;
        var play = Task.Run(() => Simulator.Run(plan, now => Volatile.Write(ref share, now), cancellationToken), cancellationToken);
        var told = 0;
        while (await Task.WhenAny(play, Task.Delay(TimeSpan.FromSeconds(1), Time, cancellationToken)) != play)
        {
            var progress = (int)(1000 * (done + Volatile.Read(ref share)) / all);
            if (progress > told)
                await dispatcher.Send(new RecordSimulationCommand(id, told = Math.Min(999, progress), null, null), cancellationToken);
        }

        return SimulationSide.Of(await play);
    }

    private static async Task<Drawn?> ReadAsync(IServiceProvider services, ApprovalsDbContext context, Guid? draftId, Guid? versionId, CancellationToken cancellationToken)
    {
        if (versionId is { } version)
        {
            var xml = await context.ProcessVersions.Where(v => v.Id == version).Select(v => v.Xml).SingleOrDefaultAsync(cancellationToken);
            return xml is null ? null : new Drawn(xml, await services.GetRequiredService<DefinitionCache>().GetAsync(context, version, cancellationToken));
        }

        var drawing = await context.ProcessDrafts.Where(d => d.Id == draftId).Select(d => d.Xml).SingleOrDefaultAsync(cancellationToken);
        return drawing is not null && BpmnCompiler.Compile(drawing) is { IsDeployable: true } file
            ? new Drawn(drawing, await services.GetRequiredService<DefinitionCache>().LinkAsync(context, file, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken))
            : null;
    }

    private sealed record Drawn(string Xml, ProcessDefinition Definition);
}
