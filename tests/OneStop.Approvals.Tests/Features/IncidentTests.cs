using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.CancelInstance;
using OneStop.Approvals.Features.ListIncidents;
using OneStop.Approvals.Features.MoveToken;
using OneStop.Approvals.Features.NoteIncident;
using OneStop.Approvals.Features.ReadIncident;
using OneStop.Approvals.Features.RetryIncident;
using OneStop.Approvals.Features.SkipElement;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Audit;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>What the process administrator does with a process that has stopped: each deed with its record, and nothing twice.</summary>
public sealed class IncidentTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    private static readonly Caller Operator = TestCallers.ProcessAdmin();

    [Fact]
    public async Task Read_TellsWhatStoppedItAndWhichVariablesTheStepLooksAt()
    {
        var (_, incident) = await StoppingProcess.StopAsync(office);

        var view = await office.DoAs(Operator, new ReadIncidentQuery(incident.Id));

        Assert.Equal(("xem", "Xem xét", Incidents.NoWayOut), (view.Element, view.ElementName, view.Code));
        Assert.Equal([new IncidentVariable("n", VariableKind.Text, "", IsKnown: false)], view.Variables);
        Assert.False(view.MaySkip);
        Assert.Equal(["lam", "ky"], view.Targets.Select(t => t.Element));
    }

    [Fact]
    public async Task Retry_WithTheMissingVariable_GoesOnAndKeepsWhoWhyBeforeAndAfter()
    {
        var (dossier, incident) = await StoppingProcess.StopAsync(office);
        var command = new RetryIncidentCommand(incident.Id, Guid.NewGuid(), "Cán bộ quên ghi số lượng", [new VariableInput("n", VariableKind.Number, "2.5")]);

        Assert.False((await office.DoAs(Operator, command)).StandsAgain);

        Assert.Equal("lam", (await office.OpenTaskAsync(dossier)).Element);
        var view = await office.DoAs(Operator, new ReadIncidentQuery(incident.Id));
        Assert.Equal((Operator.Name, OperatorDeeds.Retry), (view.MendedByName, view.Remedy));
        var deed = Assert.Single(view.Deeds);
        Assert.Equal((Operator.Name, "Cán bộ quên ghi số lượng", OperatorDeeds.Retry), (deed.ActorName, deed.Why, deed.Kind));
        Assert.Equal([new StandingToken("xem", "Stuck")], deed.Before.Standing);
        Assert.Equal([new StandingToken("lam", "Task")], deed.After.Standing);
        Assert.Equal((null, 2.5m), (deed.Before.Variables["n"], deed.After.Variables["n"]));
        var audit = await AuditAsync(nameof(RetryIncidentCommand), incident.Id);
        Assert.Equal((Operator.AccountId, "Cán bộ quên ghi số lượng"), (audit.ActorId, audit.Reason));
    }

    [Fact]
    public async Task Retry_WhileTheCauseIsStillThere_SaysSoAndLeavesANewIncident()
    {
        var (dossier, incident) = await StoppingProcess.StopAsync(office);

        Assert.True((await office.DoAs(Operator, new RetryIncidentCommand(incident.Id, Guid.NewGuid(), "Thử xem"))).StandsAgain);

        var again = await StoppingProcess.IncidentOfAsync(office, dossier);
        Assert.NotEqual(incident.Id, again.Id);
        Assert.Null(again.MendedAt);
    }

    [Fact]
    public async Task Retry_WithBadValues_IsInvalidAtEach()
    {
        var (_, incident) = await StoppingProcess.StopAsync(office);
        VariableInput[] bad = [new("n", VariableKind.Number, "1,5"), new(" ", VariableKind.Text, "x"), new("t", VariableKind.Truth, "maybe"), new("z", VariableKind.Text, "a\0b")];

        var result = await office.SendAs(Operator, new RetryIncidentCommand(incident.Id, Guid.NewGuid(), "Sửa", bad));

        Assert.Equal(
            [("Value-0", ApprovalErrors.VariableNumber), ("Name-1", ApprovalErrors.VariableName), ("Value-2", ApprovalErrors.VariableTruth), ("Value-3", CommonErrors.BadCharacters)],
            result.Errors.Select(e => (e.Field!, e.Code)));
    }

    [Fact]
    public async Task Deeds_SentTwiceAndAtOnce_AreDoneOnce()
    {
        var (dossier, incident) = await StoppingProcess.StopAsync(office);
        var move = new MoveTokenCommand(incident.Id, Guid.NewGuid(), "lam", "Đi tiếp bằng tay");

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.SendAs(Operator, move))));

        Assert.All(results, r => Assert.True(r.IsSuccess));
        Assert.Single(await office.TasksAsync(dossier), t => t.Element == "lam");
        Assert.Single(await DeedsAsync(dossier));
        // A second operator with a command of his own is told who was first.
        var late = await office.SendAs(Operator, new SkipElementCommand(incident.Id, Guid.NewGuid(), "Bỏ qua"));
        Assert.Equal((ApprovalErrors.IncidentMended, Operator.Name), (late.Error.Code, late.Error.Args![0]));
    }

    [Fact]
    public async Task Move_BehindASignatureThatIsNotThere_IsRefusedAndChangesNothing()
    {
        var (dossier, incident) = await StoppingProcess.StopAsync(office);

        Assert.Equal(ApprovalErrors.NotATarget, (await office.SendAs(Operator, new MoveTokenCommand(incident.Id, Guid.NewGuid(), "xong", "Xong rồi"))).Error.Code);
        Assert.Equal(("ToElement", CommonErrors.Required), await FieldAsync(new MoveTokenCommand(incident.Id, Guid.NewGuid(), null, "Xong rồi")));

        Assert.Empty(await DeedsAsync(dossier));
        Assert.Null((await StoppingProcess.IncidentOfAsync(office, dossier)).MendedAt);
    }

    [Fact]
    public async Task Skip_OfAStepNobodyIsCompetentFor_GoesOnAndTellsWhoDidIt()
    {
        var (dossier, stopped) = await StoppingProcess.StopAsync(office);
        office.Organisation.Vacant = (Levels.Commune, Roles.Officer);
        await office.DoAs(Operator, new MoveTokenCommand(stopped.Id, Guid.NewGuid(), "lam", "Đi tiếp"));
        office.Organisation.Vacant = null;
        var incident = await StoppingProcess.IncidentOfAsync(office, dossier);
        Assert.Equal((TaskBook.NobodyCompetent, "lam"), (incident.Code, incident.Element));

        await office.DoAs(Operator, new SkipElementCommand(incident.Id, Guid.NewGuid(), "Đã soạn trên giấy"));

        Assert.Equal("ky", (await office.OpenTaskAsync(dossier)).Element);
        var told = (await office.RaisedAsync<StepCompleted>()).Single(e => e.DossierId == dossier && e.Element == "lam");
        Assert.Equal((StepOutcomes.Operator, "", Operator.Name, "Đã soạn trên giấy"), (told.Outcome, told.Deed, told.ActorName, told.Comment));
        Assert.NotNull((await StoppingProcess.IncidentOfAsync(office, dossier)).MendedAt);
    }

    [Fact]
    public async Task Skip_OfWhatDecidesTheWay_IsRefused()
    {
        var (_, incident) = await StoppingProcess.StopAsync(office);

        Assert.Equal(ApprovalErrors.NotSkippable, (await office.SendAs(Operator, new SkipElementCommand(incident.Id, Guid.NewGuid(), "Bỏ"))).Error.Code);
    }

    [Fact]
    public async Task Cancel_AsksForTheCodeAgainAndThenEndsTheProcessAndTellsTheDossier()
    {
        var (dossier, incident) = await StoppingProcess.StopAsync(office);
        Assert.Equal(("ConfirmedCode", CommonErrors.Required), await FieldAsync(new CancelInstanceCommand(incident.Id, Guid.NewGuid(), null, "Hồ sơ trùng")));
        Assert.Equal(("ConfirmedCode", ApprovalErrors.CancelNotConfirmed), await FieldAsync(new CancelInstanceCommand(incident.Id, Guid.NewGuid(), "H26-1", "Hồ sơ trùng")));
        Assert.DoesNotContain(await office.RaisedAsync<ProcessCancelled>(), e => e.DossierId == dossier);

        var command = new CancelInstanceCommand(incident.Id, Guid.NewGuid(), $" {incident.DossierCode.ToLowerInvariant()} ", "Hồ sơ trùng");
        await office.DoAs(Operator, command);
        await office.DoAs(Operator, command);

        var told = Assert.Single(await office.RaisedAsync<ProcessCancelled>(), e => e.DossierId == dossier);
        Assert.Equal(("Hồ sơ trùng", Operator.Name), (told.Reason, told.ActorName));
        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.IsOpen);
        var instance = await office.AskAsync<ApprovalsDbContext, ProcessInstance>(c => c.Instances.AsNoTracking().SingleAsync(i => i.DossierId == dossier));
        Assert.Equal(InstanceStatus.Terminated, instance.Status);
        Assert.DoesNotContain(await office.RaisedAsync<ProcessCompleted>(), e => e.DossierId == dossier);
    }

    [Fact]
    public async Task Cancel_BeforeAnyStepHasBegun_IsRefused()
    {
        await RichProcess.DeployAsync(office, "test.stops_at_once", StoppingProcess.Xml.Replace("test.stops", "test.stops_at_once", StringComparison.Ordinal).Replace(
            """sourceRef="bat_dau" targetRef="xem"/>""", """sourceRef="bat_dau" targetRef="re"/><exclusiveGateway id="re"/><sequenceFlow id="f5" sourceRef="re" targetRef="xem"><conditionExpression>m = 1</conditionExpression></sequenceFlow>""", StringComparison.Ordinal));
        var incident = await StoppingProcess.IncidentOfAsync(office, await office.AcceptAsync("test.stops_at_once"));

        Assert.Equal(ApprovalErrors.CancelTooEarly, (await office.SendAs(Operator, new CancelInstanceCommand(incident.Id, Guid.NewGuid(), incident.DossierCode, "Trùng"))).Error.Code);
    }

    [Fact]
    public async Task Note_IsKeptAndMovesNothing()
    {
        var (dossier, incident) = await StoppingProcess.StopAsync(office);

        await office.DoAs(Operator, new NoteIncidentCommand(incident.Id, Guid.NewGuid(), "Đã gọi phường, chờ số liệu"));

        var kept = await StoppingProcess.IncidentOfAsync(office, dossier);
        Assert.Equal(("Đã gọi phường, chờ số liệu", null), (kept.Note, kept.MendedAt));
        Assert.Equal(OperatorDeeds.Note, Assert.Single(await DeedsAsync(dossier)).Kind);
    }

    [Fact]
    public async Task Deeds_WithoutReason_AreInvalidAtTheReason()
    {
        var (_, incident) = await StoppingProcess.StopAsync(office);
        var id = Guid.NewGuid();

        foreach (var nothing in new ICommand[] { new SkipElementCommand(incident.Id, id, " "), new MoveTokenCommand(incident.Id, id, "lam", ""), new CancelInstanceCommand(incident.Id, id, "x", ""), new NoteIncidentCommand(incident.Id, id, "") })
            Assert.Equal(("Why", ApprovalErrors.ReasonRequired), await FieldAsync(nothing));
        Assert.Equal("Why", (await office.SendAs(Operator, new RetryIncidentCommand(incident.Id, id, ""))).Error.Field);
    }

    [Fact]
    public async Task Deeds_AreTheProcessAdministratorsAlone()
    {
        var (dossier, incident) = await StoppingProcess.StopAsync(office);

        foreach (var (role, caller) in TestCallers.OneOfEach(TestCallers.Ward).Where(pair => pair.Key != Roles.ProcessAdmin))
        {
            Assert.True((await office.SendAs(caller, new ListIncidentsQuery(null))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new ReadIncidentQuery(incident.Id))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new RetryIncidentCommand(incident.Id, Guid.NewGuid(), "x"))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new SkipElementCommand(incident.Id, Guid.NewGuid(), "x"))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new MoveTokenCommand(incident.Id, Guid.NewGuid(), "lam", "x"))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new CancelInstanceCommand(incident.Id, Guid.NewGuid(), incident.DossierCode, "x"))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new NoteIncidentCommand(incident.Id, Guid.NewGuid(), "x"))).Error.Kind == ErrorKind.Forbidden, role);
        }

        Assert.Empty(await DeedsAsync(dossier));
        Assert.Equal(ApprovalErrors.IncidentMissing, (await office.SendAs(Operator, new ReadIncidentQuery(Guid.NewGuid()))).Error.Code);
        Assert.Equal(ApprovalErrors.IncidentMissing, (await office.SendAs(Operator, new NoteIncidentCommand(Guid.NewGuid(), Guid.NewGuid(), "x"))).Error.Code);
    }

    [Fact]
    public async Task List_FiltersByProcessCauseAndStepAndCountsEachSort()
    {
        var (_, incident) = await StoppingProcess.StopAsync(office);

        var list = await office.DoAs(Operator, new ListIncidentsQuery(null, new IncidentFilter(StoppingProcess.Key, Incidents.NoWayOut, "xem")));
        var others = await office.DoAs(Operator, new ListIncidentsQuery(null, new IncidentFilter(StoppingProcess.Key, Incidents.BadTimer, null)));

        Assert.Contains(list.Page.Items, i => i.Id == incident.Id);
        Assert.All(list.Page.Items, i => Assert.Equal(("xem", Incidents.NoWayOut), (i.Element, i.Code)));
        Assert.Contains(list.Groups, g => g is { Process: StoppingProcess.Key, Element: "xem", Code: Incidents.NoWayOut, Count: > 0 });
        Assert.Empty(others.Page.Items);
    }

    private async Task<(string?, string)> FieldAsync(ICommand command)
    {
        var result = await office.SendAs(Operator, command);
        return (result.Error.Field, result.Error.Code);
    }

    private Task<List<OperatorDeed>> DeedsAsync(Guid dossier) => office.AskAsync<ApprovalsDbContext, List<OperatorDeed>>(
        c => c.OperatorDeeds.AsNoTracking().Where(d => c.Instances.Any(i => i.Id == d.InstanceId && i.DossierId == dossier)).ToListAsync());

    private Task<AuditEntry> AuditAsync(string deed, Guid subject) =>
        office.AskAsync<ApprovalsDbContext, AuditEntry>(c => c.Set<AuditEntry>().AsNoTracking().SingleAsync(e => e.Deed == deed && e.Subject == subject.ToString()));
}
