using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Tests.Office;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Requests;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Survival;

/// <summary>A node that accepts dossiers and does their steps as fast as it can, until it is killed. A line on its output is one deed begun.</summary>
internal static class SurvivalWorker
{
    public const string Ready = "ready";
    private const int DossiersAtOnce = 6;

    public static async Task RunAsync(string[] args)
    {
        var (provider, connectionString, ahead) = (args[0], args[1], TimeSpan.FromMinutes(int.Parse(args[2], CultureInfo.InvariantCulture)));
        var faults = args.Length > 3 ? FaultPoints.Arm(int.Parse(args[3], CultureInfo.InvariantCulture)) : null;
        await using var services = Build(provider, connectionString, new ShiftedClock(ahead));
        // It is killed within seconds and answers nobody: its workers are not to wait.
        await services.GetRequiredService<FirstAnswer>().GiveAsync();
        foreach (var worker in services.GetServices<IHostedService>())
            await worker.StartAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync(Ready);
        faults?.Begin();
        await WorkAsync(services, () => true, line => Console.Out.WriteLine(line));
    }

    public static ServiceProvider Build(string provider, string connectionString, TimeProvider clock)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider, ["ConnectionStrings:OneStop"] = connectionString, ["Security:FieldKey"] = Convert.ToBase64String("thirty-two bytes only for tests!"u8),
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging();
        services.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory });
        services.AddOneStop(configuration, [new ApprovalsModule()]);
        services.AddSingleton(clock).AddSingleton<ICallerSource, TestCallerSource>();
        services.AddSingleton<IOrganisationDirectory>(new FakeOrganisation().WithHeads()).AddSingleton<IWorkingCalendar, FakeCalendar>().AddSingleton<IDossierDirectory, FakeDossiers>().AddSingleton<IOpinionFiles, FakeDossiers>();
        return services.BuildServiceProvider();
    }

    /// <summary>Does open steps, and keeps dossiers coming while <paramref name="acceptsMore"/>. Each step is sent with an id made from the task, as a page would resend it.</summary>
    public static async Task WorkAsync(IServiceProvider services, Func<bool> acceptsMore, Action<string> begun)
    {
        var dispatcher = services.GetRequiredService<ISystemDispatcher>();
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
            var open = await context.Tasks.AsNoTracking().Where(t => t.State == TaskState.Open).OrderBy(t => t.Id).Take(DossiersAtOnce).ToListAsync();
            if (acceptsMore() && open.Count < DossiersAtOnce)
            {
                begun("accept");
                await AcceptAsync(context, services.GetRequiredService<TimeProvider>().GetUtcNow());
            }
            else if (open.Count == 0)
            {
                return;
            }

            foreach (var task in open)
            {
                begun(task.Element);
                var place = new TestPlace(task.AgencyId, task.AgencyPath, task.DepartmentId);
                var result = await dispatcher.SendAs(
                    TestCallers.Staff("Người làm", task.Role, Reach.Unit, place), new CompleteTaskCommand(task.Id, DerivedId.From(task.Id, "send"), ApprovalsOffice.FirstAction(task), null, ApprovalsOffice.Answers));
                if (result.IsFailure && result.Error.Code != ApprovalErrors.AlreadyDone)
                    throw new InvalidOperationException($"{task.Element}: {result.Error.Code}");
            }
        }
    }

    private static async Task AcceptAsync(ApprovalsDbContext context, DateTimeOffset now)
    {
        var dossier = Guid.CreateVersion7();
        // Every other dossier goes the way with a sub-process, instances, timers and a called process.
        var process = dossier.GetHashCode() % 2 == 0 ? "1.013225" : RichProcess.Key;
        context.Raise(
            new DossierAccepted(
                dossier, $"H26-{dossier:N}", process, "Cấp giấy phép xây dựng", "Xây dựng", process, "Nguyễn Thị Hoa", "00001", TestCallers.Ward.AgencyId, "in_person", now,
                null, Guid.CreateVersion7(), "Trần Văn Bình", new Dictionary<string, string>()),
            now);
        await context.SaveChangesAsync();
    }
}
