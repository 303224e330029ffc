using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Features.RunDueJob;
using OneStop.Approvals.Integrations;
using OneStop.Approvals.Jobs;
using OneStop.Approvals.Resources;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Trace;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Modules;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals;

public sealed class ApprovalsModule : IModule
{
    public string Name => "Approvals";

    public string Schema => ApprovalsDbContext.SchemaName;

    public Type ContextType => typeof(ApprovalsDbContext);

    public IReadOnlyList<Permission> Permissions => Approvals.Permissions.All;

    public IReadOnlyList<MenuItem> Menu =>
    [
        new(typeof(ApprovalsTexts), "Menu.Inbox", ApprovalsUrls.Inbox, "Inbox", MenuPlace.Staff, 20, Approvals.Permissions.Work),
        new(typeof(ApprovalsTexts), "Menu.UnitTasks", ApprovalsUrls.UnitTasks, "Users", MenuPlace.Staff, 25, Approvals.Permissions.Reassign),
        new(typeof(ApprovalsTexts), "Menu.Processes", ApprovalsUrls.Processes, "Settings", MenuPlace.Administration, 35, Approvals.Permissions.Design),
        new(typeof(ApprovalsTexts), "Menu.Incidents", ApprovalsUrls.Incidents, "Alert", MenuPlace.Administration, 40, Approvals.Permissions.Operate),
    ];

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddErrorTexts<ApprovalsTexts>();
        services.AddErrorTexts<OperatorTexts>();
        services.AddErrorTexts<ConsultationTexts>();
        services.AddSingleton<DefinitionCache>().AddSingleton<JobSignal>().AddSingleton<BulkSignal>().AddSingleton<StateVault>();
        services.AddScoped<StepClock>().AddScoped<StepDates>().AddScoped<CalendarSteps>().AddScoped<ICalendarAudience>(s => s.GetRequiredService<CalendarSteps>());
        services.AddScoped<TaskBook>().AddScoped<StepRecorder>().AddScoped<SignalBook>().AddScoped<InstanceRunner>().AddScoped<ProcessStarts>().AddScoped<TaskGate>().AddScoped<LateNotice>()
            .AddScoped<MatterStarter>().AddScoped<MatterOffice>().AddScoped<HeadNotices>().AddScoped<StepWarnings>().AddScoped<StepAssignment>().AddScoped<DossierNotices>().AddScoped<DraftGate>().AddScoped<IncidentDesk>().AddScoped<MigrationDesk>();
        services.AddScoped<ConsultationBook>().AddScoped<ConsultationStarter>().AddScoped<ConsultationClock>().AddScoped<ConsultationGuard>().AddScoped<ConsultationGate>()
            .AddScoped<SentPapers>().AddScoped<ProcessQuestions>().AddScoped<OpenQuestions>().AddScoped<AnswerFiles>().AddScoped<AnswerUpload>().AddScoped<TaskDrafts>();
        services.AddScoped<ITaskAccess, TaskAccess>().AddScoped<IDemoSteps, DemoSteps>();
        services.AddSingleton<MigrationSignal>().AddSingleton<SimulationSignal>();
        services.AddScoped<SimulationSource>().AddScoped<SimulationPlanner>();
        services.AddWorker<DueJobWorker>().AddWorker<BulkWorker>().AddWorker<MigrationWorker>().AddWorker<PurgeFinishedJob>().AddWorker<SimulationWorker>().AddWorker<ProcessDeployment>();
    }

    /// <summary>The verbs "bpmn run" and "bpmn validate"; they need neither host nor database.</summary>
    public static Task<int> RunBpmnAsync(IReadOnlyList<string> args, TextWriter output, TextWriter errors, CancellationToken cancellationToken) =>
        BpmnVerb.RunAsync(args, output, errors, TimeProvider.System, cancellationToken);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ApprovalsApi.Map(endpoints);
        ProcessFileEndpoints.Map(endpoints);
        AnswerFileEndpoints.Map(endpoints);
    }
}
