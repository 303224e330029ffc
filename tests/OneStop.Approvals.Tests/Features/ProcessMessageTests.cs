using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.SendMessage;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Tests.Office;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>Messages from outside, with what they bring.</summary>
public sealed class ProcessMessageTests : OfficeTest
{
    private const string Key = "test.waiting";
    private const string Header = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t"><message id="m" name="đã nộp thuế"/>""";

    private const string Waiting = $"""
        {Header}<process id="p" isExecutable="true"><extensionElements><os:process key="{Key}"/></extensionElements><startEvent id="s"/>
        <intermediateCatchEvent id="w" name="Chờ nộp thuế"><extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Đã nộp"/></extensionElements><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
        <exclusiveGateway id="g" default="f3"/><userTask id="u" name="Xem lại"><extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
        <endEvent id="e"><extensionElements><os:end outcome="paid"/></extensionElements></endEvent>
        <sequenceFlow id="f1" sourceRef="s" targetRef="w"/><sequenceFlow id="f2" sourceRef="w" targetRef="g"/><sequenceFlow id="f3" sourceRef="g" targetRef="u"/>
        <sequenceFlow id="f4" sourceRef="g" targetRef="e"><conditionExpression>tax.amount &gt; 1000</conditionExpression></sequenceFlow></process></definitions>
        """;

    private const string Beginning = $"""
        {Header}<process id="p" isExecutable="true"><extensionElements><os:process key="test.begun"/></extensionElements><startEvent id="s"><messageEventDefinition messageRef="m"/></startEvent>
        <endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/></process></definitions>
        """;

    private const string Throwing = $"""
        {Header}<process id="p" isExecutable="true"><extensionElements><os:process key="test.throwing"/></extensionElements><startEvent id="s"/><dataObject id="paid"/>
        <intermediateThrowEvent id="t"><dataInput id="ti" name="sum"/><dataInputAssociation><targetRef>ti</targetRef><assignment><from>1000 + 500</from><to>ti</to></assignment></dataInputAssociation>
        <messageEventDefinition messageRef="m"/></intermediateThrowEvent>
        <userTask id="u" name="Kiểm tra"><extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
        <intermediateCatchEvent id="w"><extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Đã nộp"/></extensionElements><dataOutput id="wo" name="amount"/><dataOutputAssociation><sourceRef>wo</sourceRef><targetRef>paid</targetRef></dataOutputAssociation>
        <messageEventDefinition messageRef="m"/></intermediateCatchEvent><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="u"/><sequenceFlow id="f3" sourceRef="u" targetRef="w"/>
        <sequenceFlow id="f4" sourceRef="w" targetRef="e"/></process></definitions>
        """;

    [Fact]
    public async Task Message_ThatTheProcessThrewBefore_IsKeptWithWhatItCarries()
    {
        await RichProcess.DeployAsync(office, "test.throwing", Throwing);
        var dossier = await office.AcceptAsync("test.throwing");

        await office.CompleteOpenAsync(dossier);

        var state = await office.InScopeAsync(async services =>
            services.GetRequiredService<StateVault>().Open(await services.GetRequiredService<ApprovalsDbContext>().Instances.SingleAsync(i => i.DossierId == dossier)));
        Assert.Equal((InstanceStatus.Completed, 1500m), (state.Status, state.Variables["paid"]));
        Assert.Empty(state.Mail);
    }

    [Fact]
    public async Task Message_ForADossier_MovesItsProcessOnWithWhatItBringsOnce()
    {
        var (dossier, other) = (await WaitingAsync("H1"), await WaitingAsync("H2"));
        var command = Bringing("""{"tax": {"amount": 1500, "paid": true}}""") with { Dossier = "H1" };

        Assert.Equal(new MessageSent(0, 1), await office.DoAs(TestCallers.ProcessAdmin(), command));
        Assert.Equal(new MessageSent(0, 1), await office.DoAs(TestCallers.ProcessAdmin(), command));

        Assert.Equal((InstanceStatus.Completed, TaskState.Done), (await StatusAsync(dossier), Assert.Single(await office.TasksAsync(dossier)).State));
        Assert.Equal(InstanceStatus.Running, await StatusAsync(other));
        Assert.Equal(ErrorKind.NotFound, (await office.SendAs(TestCallers.ProcessAdmin(), command with { CommandId = Guid.NewGuid() })).Error.Kind);
    }

    [Fact]
    public async Task Message_ForADossierThatNobodyKnows_FindsNothing()
    {
        await WaitingAsync("H1");

        Assert.Equal(ApprovalErrors.InstanceMissing, (await office.SendAs(TestCallers.ProcessAdmin(), Bringing("{}") with { Dossier = "H9" })).Error.Code);
        Assert.Equal(ApprovalErrors.NobodyWaits, (await office.SendAs(TestCallers.ProcessAdmin(), Bringing("{}") with { Dossier = "H1", Message = "khác" })).Error.Code);
    }

    [Fact]
    public async Task Message_ThatBegins_GivesItsValuesToTheProcessAndLeavesNoneReadable()
    {
        await RichProcess.DeployAsync(office, "test.begun", Beginning);

        Assert.Equal(new MessageSent(1, 0), await office.DoAs(TestCallers.ProcessAdmin(), Bringing("""{"quarter": 3, "places": ["Hà Nội", null]}""")));
        var kept = await office.AskAsync<ApprovalsDbContext, List<string>>(c => c.Set<OutboxMessage>().Select(m => m.Payload).ToListAsync());
        await office.DeliverEventsAsync();

        Assert.DoesNotContain(kept, payload => payload.Contains("quarter", StringComparison.Ordinal));
        var state = await office.InScopeAsync(async services =>
            services.GetRequiredService<StateVault>().Open(await services.GetRequiredService<ApprovalsDbContext>().Instances.SingleAsync(i => i.ProcedureName == "test.begun")));
        Assert.Equal(3m, state.Variables["quarter"]);
        Assert.Equal(["Hà Nội", null], Assert.IsAssignableFrom<IEnumerable<object?>>(state.Variables["places"]));
    }

    [Theory]
    [InlineData("""{"a": 1e400}""", ApprovalErrors.VariableNumber, "Variables.a")]
    [InlineData("""{" ": 1}""", ApprovalErrors.VariableName, "Variables")]
    [InlineData("""{"a": ["x\u0000"]}""", CommonErrors.BadCharacters, "Variables.a")]
    [InlineData("""{"a": [[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]}""", CommonErrors.BadFormat, "Variables.a")]
    public async Task Message_WithWhatNoVariableCanBe_IsRefusedAtItsName(string values, string code, string field)
    {
        await RichProcess.DeployAsync(office, "test.begun", Beginning);

        var error = (await office.SendAs(TestCallers.ProcessAdmin(), Bringing(values))).Error;

        Assert.Equal((code, field), (error.Code, error.Field));
    }

    [Fact]
    public async Task Message_LongerThanAProcessKeeps_IsRefused()
    {
        await RichProcess.DeployAsync(office, "test.begun", Beginning);

        Assert.Equal(CommonErrors.TooLong, (await office.SendAs(TestCallers.ProcessAdmin(), Bringing($$"""{"a": "{{new string('x', MessageValues.Longest)}}"}"""))).Error.Code);
    }

    private static SendMessageCommand Bringing(string values) =>
        new(Guid.NewGuid(), "đã nộp thuế") { Variables = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(values)! };

    private async Task<Guid> WaitingAsync(string code)
    {
        if (!await office.AskAsync<ApprovalsDbContext, bool>(c => c.ProcessVersions.AnyAsync(v => v.Key == Key)))
            await RichProcess.DeployAsync(office, Key, Waiting);
        return office.Dossiers.Codes[code] = await office.AcceptAsync(Key);
    }

    private Task<InstanceStatus> StatusAsync(Guid dossier) => office.AskAsync<ApprovalsDbContext, InstanceStatus>(c => c.Instances.Where(i => i.DossierId == dossier).Select(i => i.Status).SingleAsync());
}
