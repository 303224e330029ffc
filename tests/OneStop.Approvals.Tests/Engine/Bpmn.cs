using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>Small BPMN files for the tests, written in the fewest words.</summary>
internal static class Bpmn
{
    public const string Header =
        """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t">""";

    public static string File(string content, string messages = "") =>
        $"""{Header}{messages}<process id="p" isExecutable="true">{content}</process></definitions>""";

    public static string Flow(string from, string to, string? condition = null) => condition is null
        ? $"""<sequenceFlow id="{from}-{to}" sourceRef="{from}" targetRef="{to}"/>"""
        : $"""<sequenceFlow id="{from}-{to}" sourceRef="{from}" targetRef="{to}"><conditionExpression>{System.Security.SecurityElement.Escape(condition)}</conditionExpression></sequenceFlow>""";

    public static string Flows(params string[] chain) => string.Concat(chain.Zip(chain.Skip(1), (from, to) => Flow(from, to)));

    public static string Users(params string[] ids) => string.Concat(ids.Select(id => $"""<userTask id="{id}" name="{id}"/>"""));

    public static ProcessDefinition Compile(string content, string messages = "")
    {
        var file = BpmnCompiler.Compile(File(content, messages));
        Assert.Empty(file.Problems);
        return file.Processes[0];
    }

    public static DeploymentProblem Refuse(string content, string messages = "")
    {
        var file = BpmnCompiler.Compile(File(content, messages));
        Assert.False(file.IsDeployable);
        return file.Problems[0];
    }
}
