using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Tests.Office;

/// <summary>A process that stops behind its first step as long as nobody has said how many (n), and goes on to a step, a signature and an end.</summary>
internal static class StoppingProcess
{
    public const string Key = "test.stops";

    public const string Xml = $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t">
        <process id="stops" name="Dừng lại" isExecutable="true"><extensionElements><os:process key="{Key}"/></extensionElements>
          <startEvent id="bat_dau"/><sequenceFlow id="f1" sourceRef="bat_dau" targetRef="xem"/>
          <userTask id="xem" name="Xem xét"><extensionElements><os:step level="xa" role="officer" hoursInPerson="8"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
          <sequenceFlow id="f2" sourceRef="xem" targetRef="lam"><conditionExpression>n &gt; 1</conditionExpression></sequenceFlow>
          <userTask id="lam" name="Soạn thảo"><extensionElements><os:step level="xa" role="officer" hoursInPerson="16"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
          <sequenceFlow id="f3" sourceRef="lam" targetRef="ky"/>
          <userTask id="ky" name="Ký"><extensionElements><os:step level="xa" role="agency_leader" deed="sign_result"/><os:action kind="approve" label="Ký"/></extensionElements></userTask>
          <sequenceFlow id="f4" sourceRef="ky" targetRef="xong"/><endEvent id="xong"/>
        </process></definitions>
        """;

    /// <summary>A dossier whose process has stopped behind its first step.</summary>
    public static async Task<(Guid Dossier, Incident Incident)> StopAsync(ApprovalsOffice office)
    {
        if (!await office.AskAsync<ApprovalsDbContext, bool>(c => c.ProcessVersions.AnyAsync(v => v.Key == Key)))
            await RichProcess.DeployAsync(office, Key, Xml);
        var dossier = await office.AcceptAsync(Key);
        await office.CompleteOpenAsync(dossier, "xem");
        return (dossier, await IncidentOfAsync(office, dossier));
    }

    public static Task<Incident> IncidentOfAsync(ApprovalsOffice office, Guid dossier) => office.AskAsync<ApprovalsDbContext, Incident>(
        c => c.Incidents.AsNoTracking().Where(i => c.Instances.Any(p => p.Id == i.InstanceId && p.DossierId == dossier)).OrderByDescending(i => i.RaisedAt).ThenByDescending(i => i.Token).FirstAsync());
}
