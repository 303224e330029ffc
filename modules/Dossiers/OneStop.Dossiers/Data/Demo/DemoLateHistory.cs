using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AnswerSupplement;
using OneStop.Dossiers.Features.WatchDeadlines;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Data.Demo;

// What no demonstration that begins today can show: dossiers that were completed, paused, late, apologised for and decided, each deed on its day.
internal sealed class DemoLateHistory(IServiceProvider services) : IDemoHistory
{
    private const string ResultHour = "15:00";
    private const decimal WorkingDay = 8;
    private static readonly TimeSpan MorningAfter = TimeSpan.FromHours(9);
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    public async Task<bool> IsToldAsync(SeedOptions options, CancellationToken cancellationToken)
    {
        if (!options.Accounts)
            return true;
        var keys = DemoLateDossier.ReadAll().Select(l => l.Dossier.Key).ToArray();
        if (await services.GetRequiredService<DossiersDbContext>().Dossiers.AnyAsync(d => keys.Contains(d.ClientKey), cancellationToken))
            return true;
        return (await services.GetRequiredService<IDemoAccounts>().CitizensAsync(cancellationToken)).Count == 0 || await DeskAsync(cancellationToken) is null;
    }

    public async Task TellAsync(DemoPast past, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken)
    {
        var citizens = await services.GetRequiredService<IDemoAccounts>().CitizensAsync(cancellationToken);
        var desk = (await DeskAsync(cancellationToken))!;
        var all = DemoLateDossier.ReadAll();
        for (var i = 0; i < all.Count; i++)
        {
            await GoToOfficeAsync(past, desk.Agency.Id, MorningOf(past.Today.AddDays(-all[i].DaysAgo)), 1, cancellationToken);
            await TellAsync(all[i], citizens[all[i].Dossier.Citizen % citizens.Count], desk, past, cancellationToken);
            progress.Report(("Late demo dossiers", (i + 1.0) / all.Count));
        }
    }

    private async Task TellAsync(DemoLateDossier late, AccountContact citizen, DemoDeskPost desk, DemoPast past, CancellationToken cancellationToken)
    {
        if (await new DemoFiling(services).FileAsync(late.Dossier, citizen, desk, cancellationToken) is not { } id)
            return;
        await past.DeliverAsync(cancellationToken);
        var steps = services.GetRequiredService<IDemoSteps>();
        if (late.Supplement is { } supplement)
        {
            await WorkOnAsync(past, desk, 2 * WorkingDay, cancellationToken);
            await steps.AskSupplementAsync(id, supplement.Items, supplement.Reason, cancellationToken);
            await past.DeliverAsync(cancellationToken);
            await WorkOnAsync(past, desk, 3 * WorkingDay, cancellationToken);
            await SendAsync(late, DemoFiling.OwnerOf(citizen), new AnswerSupplement(id, supplement.Answer), past, cancellationToken);
        }

        await WatchAsync(late, id, past, d => d.WarnAt, cancellationToken);
        await WatchAsync(late, id, past, d => d.LateAt?.Add(MorningAfter), cancellationToken);
        if (late.ApologyReason is not { } reason)
            return;

        await WorkOnAsync(past, desk, WorkingDay / 2, cancellationToken);
        var promised = (await services.GetRequiredService<IWorkingCalendar>().AddHoursAsync(desk.Agency.Id, past.Now, 6 * WorkingDay, cancellationToken)).Value;
        await steps.ApproveAsync(
            id, Matters.Apology,
            new Dictionary<string, string>
            {
                [StepFields.ApologyReason] = reason, [StepFields.NewDueTime] = ResultHour,
                [StepFields.NewDueDay] = promised.ToVietnam().ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            },
            cancellationToken);
        await past.DeliverAsync(cancellationToken);
        // The result is left at the desk, for somebody to hand over, to correct or to revoke.
        while ((await ReadAsync(id, cancellationToken)).FinishedAt is null)
        {
            await WorkOnAsync(past, desk, 1, cancellationToken);
            if (!await steps.ApproveAsync(id, null, late.Result ?? Nothing, cancellationToken))
                throw new InvalidOperationException($"{late.Dossier.Key} came to no result.");
            await past.DeliverAsync(cancellationToken);
        }
    }

    private static DateTimeOffset MorningOf(DateTimeOffset at) => VietnamTime.FromVietnam(at.VietnamDate(), TimeOnly.MinValue);

    // Looks at the dossier when the watch would have; a moment that is still to come is left to the watch itself.
    private async Task WatchAsync(DemoLateDossier late, Guid id, DemoPast past, Func<Dossier, DateTimeOffset?> when, CancellationToken cancellationToken)
    {
        if (when(await ReadAsync(id, cancellationToken)) is not { } at || at > past.Today)
            return;
        past.GoTo(at);
        await SendAsync(late, Caller.System, new WatchDossier(id), past, cancellationToken);
    }

    private Task<Dossier> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        services.GetRequiredService<DossiersDbContext>().Dossiers.AsNoTracking().FirstAsync(d => d.Id == id, cancellationToken);

    private async Task SendAsync<T>(DemoLateDossier late, Caller caller, IRequest<T> request, DemoPast past, CancellationToken cancellationToken)
    {
        DemoFiling.Must(late.Dossier, await services.GetRequiredService<ISystemDispatcher>().SendAs(caller, request, cancellationToken));
        await past.DeliverAsync(cancellationToken);
    }

    private Task WorkOnAsync(DemoPast past, DemoDeskPost desk, decimal hours, CancellationToken cancellationToken) => GoToOfficeAsync(past, desk.Agency.Id, past.Now, hours, cancellationToken);

    // People work in office hours, and so the clock only stops there.
    private async Task GoToOfficeAsync(DemoPast past, Guid agencyId, DateTimeOffset from, decimal hours, CancellationToken cancellationToken) =>
        past.GoTo((await services.GetRequiredService<IWorkingCalendar>().AddHoursAsync(agencyId, from, hours, cancellationToken)).Value);

    private Task<DemoDeskPost?> DeskAsync(CancellationToken cancellationToken) => ActivatorUtilities.CreateInstance<DemoDesk>(services).FindAsync(cancellationToken);
}
