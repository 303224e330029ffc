using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Features.DeployProcesses;
using OneStop.Approvals.Jobs;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;
using OneStop.TestKit;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Office;

/// <summary>The module alone, on a database of its own, with a small organisation around it.</summary>
public class ApprovalsOffice : TestSystem
{
    private int dossiers;

    protected override IReadOnlyList<IModule> Modules { get; } = [new ApprovalsModule()];

    internal FakeOrganisation Organisation { get; } = new();

    internal FakeCalendar Calendar { get; } = new();

    internal FakeDossiers Dossiers { get; } = new();

    protected override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<IOrganisationDirectory>(Organisation).AddSingleton<ICallerDirectory>(Organisation).AddSingleton<IWorkingCalendar>(Calendar).AddSingleton<IDossierDirectory>(Dossiers).AddSingleton<IOpinionFiles>(Dossiers);
    }

    protected override async Task StartedAsync() => await DoAs(Caller.System, new DeployProcessesCommand());

    /// <summary>A dossier just accepted at the ward; its process has started and the reception is done.</summary>
    internal async Task<Guid> AcceptAsync(string procedure = "1.001776", string channel = "in_person", string applicant = "Nguyễn Thị Hoa")
    {
        var dossier = Guid.CreateVersion7();
        var accepted = new DossierAccepted(
            dossier, $"H26.1.1-260302-{Interlocked.Increment(ref dossiers):0000}", procedure, $"Thủ tục {procedure}", "Bảo trợ xã hội", procedure, applicant, "00001",
            TestCallers.Ward.AgencyId, channel, Clock.Now, Clock.Now.AddHours(176), Guid.CreateVersion7(), "Trần Văn Bình", new Dictionary<string, string>());
        await RaiseAsync(accepted);
        await DeliverEventsAsync();
        return dossier;
    }

    internal Task RaiseAsync(Kernel.Events.IIntegrationEvent integrationEvent) => InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        context.Raise(integrationEvent, Clock.Now);
        await context.SaveChangesAsync();
    });

    internal Task<List<WorkTask>> TasksAsync(Guid dossier) =>
        AskAsync<ApprovalsDbContext, List<WorkTask>>(c => c.Tasks.AsNoTracking().Where(t => t.DossierId == dossier).OrderBy(t => t.EnteredAt).ThenBy(t => t.Token).ToListAsync());

    internal async Task<WorkTask> OpenTaskAsync(Guid dossier, string? element = null) =>
        (await TasksAsync(dossier)).Last(t => t.IsOpen && (element is null || t.Element == element));

    internal Caller HolderOf(WorkTask task) => Organisation.Hire(LevelOf(task), task.Role, $"{task.Role} {LevelOf(task)}");

    /// <summary>Completes the step with its first approving button and a sensible form.</summary>
    internal Task<Result<CompletedTask>> CompleteAsync(WorkTask task, Caller? by = null, Guid? commandId = null, string? action = null) => SendAs(
        by ?? HolderOf(task),
        new CompleteTaskCommand(task.Id, commandId ?? Guid.NewGuid(), action ?? FirstAction(task), "Đồng ý", Answers));

    internal async Task<WorkTask> CompleteOpenAsync(Guid dossier, string? element = null)
    {
        var task = await OpenTaskAsync(dossier, element);
        var result = await CompleteAsync(task);
        return result.IsSuccess ? task : throw new InvalidOperationException($"{task.Element}: {result.Error.Code} {result.Error.Field}");
    }

    internal Task<int> RunDueJobsAsync() => Services.GetRequiredService<DueJobWorker>().RunDueAsync(CancellationToken.None);

    internal Task<int> RunBulkAsync() => Services.GetRequiredService<BulkWorker>().RunDueAsync(CancellationToken.None);

    internal static Dictionary<string, string> Answers { get; } = new()
    {
        ["resultTitle"] = "QUYẾT ĐỊNH", ["resultSubject"] = "Về việc trợ cấp", ["resultBody"] = "Điều 1.", ["documentSymbol"] = "QĐ-UBND", ["paidAmount"] = "135.000",
        ["paymentReference"] = "BL-1", ["taxNoticeNumber"] = "TB-1", ["taxAmount"] = "5.000.000", ["businessCode"] = "0123456789", ["answer"] = "Đã trả lời",
    };

    internal static string FirstAction(WorkTask task) => task.ConsultationId is null ? MatterActions.Approve : MatterActions.Agree;

    private static string LevelOf(WorkTask task) =>
        task.AgencyId == TestCallers.Ward.AgencyId ? Levels.Commune : task.AgencyId == TestCallers.District.AgencyId ? Levels.District : Levels.Province;
}
