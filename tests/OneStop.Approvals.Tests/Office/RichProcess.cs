using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Data;
using OneStop.TestKit;

namespace OneStop.Approvals.Tests.Office;

/// <summary>A process with the parts that survive a kill the hardest: a sub-process, several instances of a task, timers, a called process.</summary>
internal static class RichProcess
{
    public const string Key = "test.rich";
    public const string CalledKey = "test.called";

    public static readonly string[] Steps = ["ky", "phu_luc", "y_kien", "y_kien", "y_kien"];

    private const string Header =
        """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t">""";

    private const string Called = $"""
        {Header}<process id="called" isExecutable="true"><extensionElements><os:process key="{CalledKey}"/></extensionElements>
          <startEvent id="bat_dau"/><sequenceFlow id="c1" sourceRef="bat_dau" targetRef="phu_luc"/>
          <userTask id="phu_luc" name="Phụ lục"><extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
        </process></definitions>
        """;

    private const string Rich = $"""
        {Header}<signal id="g1" name="g1"/><message id="m1" name="m1"/>
        <process id="rich" isExecutable="true"><extensionElements><os:process key="{Key}"/></extensionElements>
          <startEvent id="bat_dau"/>
          <subProcess id="lay_y_kien">
            <userTask id="y_kien" name="Cho ý kiến">
              <extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Xong"/><os:action kind="return" label="Trả lại"/></extensionElements>
              <multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>
            </userTask>
            <boundaryEvent id="nhac" attachedToRef="y_kien" cancelActivity="false"><timerEventDefinition><timeCycle>R2/PT1M</timeCycle></timerEventDefinition></boundaryEvent>
            <manualTask id="da_nhac"/><sequenceFlow id="f9" sourceRef="nhac" targetRef="da_nhac"/>
          </subProcess>
          <callActivity id="goi" calledElement="{CalledKey}"/>
          <intermediateThrowEvent id="bao"><messageEventDefinition messageRef="m1"/></intermediateThrowEvent>
          <intermediateCatchEvent id="cho"><timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition></intermediateCatchEvent>
          <eventBasedGateway id="hoac"/>
          <intermediateCatchEvent id="da_bao"><messageEventDefinition messageRef="m1"/><extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Xong"/></extensionElements></intermediateCatchEvent>
          <intermediateCatchEvent id="qua_lau"><timerEventDefinition><timeDuration>P30D</timeDuration></timerEventDefinition></intermediateCatchEvent>
          <userTask id="ky" name="Ký"><extensionElements><os:step level="xa" role="agency_leader"/><os:action kind="approve" label="Ký"/></extensionElements></userTask>
          <endEvent id="xong"/>
          <sequenceFlow id="f1" sourceRef="bat_dau" targetRef="lay_y_kien"/><sequenceFlow id="f2" sourceRef="lay_y_kien" targetRef="goi"/>
          <sequenceFlow id="f3" sourceRef="goi" targetRef="bao"/><sequenceFlow id="f4" sourceRef="bao" targetRef="cho"/><sequenceFlow id="f5" sourceRef="cho" targetRef="hoac"/>
          <sequenceFlow id="f6" sourceRef="hoac" targetRef="da_bao"/><sequenceFlow id="f7" sourceRef="hoac" targetRef="qua_lau"/>
          <sequenceFlow id="f8" sourceRef="da_bao" targetRef="ky"/><sequenceFlow id="f10" sourceRef="qua_lau" targetRef="ky"/><sequenceFlow id="f11" sourceRef="ky" targetRef="xong"/>
        </process></definitions>
        """;

    public static async Task DeployAsync(TestSystem system)
    {
        await DeployAsync(system, CalledKey, Called);
        await DeployAsync(system, Key, Rich);
    }

    public static Task DeployAsync(TestSystem system, string key, string xml, DateOnly? from = null) => system.InScopeAsync(async services =>
    {
        var compiled = BpmnCompiler.Compile(xml);
        Assert.Empty(compiled.Problems);
        Assert.Empty(DeploymentRules.Check(compiled.Processes[0]));
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var number = await context.ProcessVersions.CountAsync(v => v.Key == key) + 1;
        var version = new ProcessVersion
        {
            Id = EntityId.New(system.Clock.Now), Key = key, Number = number, Name = key, Xml = xml, Sha256 = "", ValidFrom = from ?? new DateOnly(2018, 6, 21), DeployedAt = system.Clock.Now,
        };
        context.ProcessVersions.Add(version);
        services.GetRequiredService<ProcessStarts>().Plan(version, compiled.Processes[0], system.Clock.Now);
        await context.SaveChangesAsync();
    });
}
