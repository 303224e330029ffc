using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Features.OnDossierAccepted;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Events;
using OneStop.Organisation.Contracts;
using OneStop.TestKit;
using OneStop.TestKit.Callers;

namespace OneStop.Benchmarks.Product;

// The product's container on a PostgreSQL database of its own, with processes made for measuring.
internal sealed class EngineOffice : TestSystem
{
    public const string Three = "bench.three";
    public const string Branches = "bench.branches";

    private const string Header =
        """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t">""";

    private static readonly string ThreeTasks = $"""
        {Header}<process id="p" isExecutable="true"><extensionElements><os:process key="{Three}"/></extensionElements>
          <startEvent id="s"/>{UserTask("a", "officer")}<exclusiveGateway id="g" default="f5"/>{UserTask("b", "department_head")}{UserTask("c", "agency_leader")}<endEvent id="e"/>
          <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="g"/>
          <sequenceFlow id="f3" sourceRef="g" targetRef="b"><conditionExpression xsi:type="tFormalExpression">big = "yes"</conditionExpression></sequenceFlow>
          <sequenceFlow id="f4" sourceRef="b" targetRef="c"/><sequenceFlow id="f5" sourceRef="g" targetRef="e"/><sequenceFlow id="f6" sourceRef="c" targetRef="e"/>
        </process></definitions>
        """;

    // Two steps in each branch: completing the first opens the second, as anywhere else.
    private static readonly string ManyBranches = $"""
        {Header}<process id="p" isExecutable="true"><extensionElements><os:process key="{Branches}"/></extensionElements>
          <startEvent id="s"/>
          <subProcess id="x"><multiInstanceLoopCharacteristics><loopCardinality>number(branches)</loopCardinality></multiInstanceLoopCharacteristics>
            {UserTask("a", "officer")}{UserTask("b", "officer")}<sequenceFlow id="f2" sourceRef="a" targetRef="b"/></subProcess>
          <sequenceFlow id="f1" sourceRef="s" targetRef="x"/>
        </process></definitions>
        """;

    private static readonly Dictionary<string, string> NoAnswers = [];
    private int dossiers;
    private (ProcedureVersionInfo Procedure, PlaceInfo Place, AgencyInfo Agency) where;

    public override string Provider => DatabaseOptions.PostgreSql;

    protected override TestSeed Seed => TestSeed.Catalogue;

    public AgencyInfo Agency => where.Agency;

    protected override Task StartedAsync() => InScopeAsync(async services =>
    {
        where = await PreparedDrafts.WhereAsync(services, DateOnly.FromDateTime(Clock.Now.Date));
        Deploy(services, Three, ThreeTasks, 1);
        Deploy(services, Branches, ManyBranches, 1);
        await services.GetRequiredService<ApprovalsDbContext>().SaveChangesAsync();
    });

    // The same process again and again, as if its owner had changed a word each time.
    public Task DeployVersionsAsync(int count) => InScopeAsync(async services =>
    {
        for (var number = 2; number <= count; number++)
            Deploy(services, Three, ThreeTasks, number);
        await services.GetRequiredService<ApprovalsDbContext>().SaveChangesAsync();
    });

    // As the outbox does it when the dossier has been accepted, without the other modules that listen.
    public Task<Guid> StartInstanceAsync(string process, int branches = 1) => InScopeAsync(async services =>
    {
        var number = Interlocked.Increment(ref dossiers);
        var accepted = new DossierAccepted(
            Guid.CreateVersion7(), $"{Agency.Code}-260302-{number:00000}", where.Procedure.Code, where.Procedure.Name, where.Procedure.Field, process, "Nguyễn Thị An", where.Place.Code,
            Agency.Id, "in_person", Clock.Now, Clock.Now.AddDays(22), Guid.CreateVersion7(), "Trần Văn Bình",
            new Dictionary<string, string> { ["big"] = "yes", ["branches"] = $"{branches}" });
        var context = services.GetRequiredService<ApprovalsDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var started = await ActivatorUtilities.CreateInstance<OnDossierAccepted>(services).Handle(accepted, new EventEnvelope(Guid.NewGuid(), Clock.Now), CancellationToken.None);
        if (started.IsFailure)
            throw new InvalidOperationException(started.Error.Code);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        return accepted.DossierId;
    });

    public Task<List<WorkTask>> OpenTasksAsync(IReadOnlyCollection<Guid> started) => AskAsync<ApprovalsDbContext, List<WorkTask>>(
        context => context.Tasks.AsNoTracking().Where(t => started.Contains(t.DossierId) && t.State == TaskState.Open).OrderBy(t => t.Id).ToListAsync());

    public Task CompleteAsync(WorkTask task) => DoAs(HolderOf(task), new CompleteTaskCommand(task.Id, Guid.NewGuid(), "approve", "Đồng ý", NoAnswers));

    public static Caller HolderOf(WorkTask task) =>
        TestCallers.Staff("Lê Thị Cúc", task.Role, Reach.Unit, new TestPlace(task.AgencyId, task.AgencyPath, task.DepartmentId), "Cán bộ");

    // Wall time of the work alone, by so many at a time.
    public static async Task<TimeSpan> TimeAsync<T>(IEnumerable<T> items, int workers, Func<T, Task> work)
    {
        var queue = new ConcurrentQueue<T>(items);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var item))
                await work(item);
        })));
        return watch.Elapsed;
    }

    private void Deploy(IServiceProvider services, string key, string xml, int number) => services.GetRequiredService<ApprovalsDbContext>().ProcessVersions.Add(new ProcessVersion
    {
        Id = EntityId.New(Clock.Now), Key = key, Number = number, Name = key, Xml = xml, Sha256 = "", ValidFrom = new DateOnly(2018, 6, 21), DeployedAt = Clock.Now,
    });

    private static string UserTask(string id, string role) =>
        $"""<userTask id="{id}" name="Bước {id}"><extensionElements><os:step level="xa" role="{role}" hours="16"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>""";
}
