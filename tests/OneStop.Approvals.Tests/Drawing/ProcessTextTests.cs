using System.Text;
using System.Xml.Linq;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Runtime;
using OneStop.TestKit;

namespace OneStop.Approvals.Tests.Drawing;

public sealed class ProcessTextTests
{
    private const string Foreign = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- drawn elsewhere -->
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:acme="http://acme.example/1" id="d" targetNamespace="t">
          <bpmn:process id="p" name="Cấp phép" isExecutable="true" acme:owner="x">
            <bpmn:extensionElements><acme:settings colour="red"><acme:inner>&lt;kept&gt;</acme:inner></acme:settings></bpmn:extensionElements>
            <bpmn:startEvent id="s"/><bpmn:task id="a"/><bpmn:endEvent id="e"/>
            <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="e"/>
          </bpmn:process>
        </bpmn:definitions>
        """;

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(RepositoryRoot.File("tests", "OneStop.Approvals.Tests", "Conformance", "Files"), "*.bpmn", SearchOption.AllDirectories)];

    [Fact]
    public void Read_AForeignFile_KeepsItsTextAsItIs()
    {
        var read = ProcessText.Read(Encoding.UTF8.GetBytes(Foreign)).Value;

        Assert.Equal(Foreign, read.Xml);
        Assert.Equal(("p", "Cấp phép", false), (read.Key, read.Name, read.HasDiagram));
    }

    [Fact]
    public void WithDiagram_AForeignFile_KeepsEverythingBeforeTheDiagram()
    {
        var drawn = DiagramWriter.WithDiagram(Foreign);

        Assert.StartsWith(Foreign[..Foreign.IndexOf("</bpmn:definitions", StringComparison.Ordinal)].TrimEnd(), drawn, StringComparison.Ordinal);
        Assert.True(ProcessText.Read(drawn).Value.HasDiagram);
        Assert.True(BpmnCompiler.Compile(drawn).IsDeployable);
    }

    [Theory]
    [InlineData("<a", ApprovalErrors.FileNotXml)]
    [InlineData("", ApprovalErrors.FileNotXml)]
    [InlineData("<html/>", ApprovalErrors.FileNotBpmn)]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>", ApprovalErrors.FileHasDtd)]
    [InlineData("<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><d/>", ApprovalErrors.FileHasDtd)]
    public void Read_ABadFile_SaysWhatIsWrong(string text, string code) => Assert.Equal(code, ProcessText.Read(text).Error.Code);

    [Fact]
    public void Read_AFileThatIsTooLargeOrTooDeep_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.Equal(ApprovalErrors.FileTooLarge, ProcessText.Read(new byte[BpmnCompiler.LongestFile + 1]).Error.Code);
        Assert.Equal(ApprovalErrors.FileTooDeep, ProcessText.Read(deep).Error.Code);
    }

    [Fact]
    public void Read_AFileInAnotherEncoding_IsStoredAsUtf8()
    {
        var text = Foreign.Replace("UTF-8", "utf-16", StringComparison.Ordinal);

        var read = ProcessText.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]).Value;

        Assert.Equal("Cấp phép", read.Name);
        Assert.True(ProcessText.Read(read.Xml).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void WithDiagram_OfAnyFile_PlacesEveryNodeOnceAndApart(string path)
    {
        var root = ProcessText.Parse(DiagramWriter.WithDiagram(File.ReadAllText(path))).Root!;

        var scopes = root.Elements(BpmnNames.Model + "collaboration").Any() ? [] : new[] { root.Elements(BpmnNames.Model + "process").First() };
        var nodes = scopes.SelectMany(s => s.Elements()).Where(e => e.Name.Namespace == BpmnNames.Model && (e.Name.LocalName.EndsWith("Task", StringComparison.Ordinal) || e.Name.LocalName is "task" or "startEvent" or "endEvent" or "subProcess" or "exclusiveGateway"));
        var boxes = root.Descendants(BpmnDrawing.Diagram + "BPMNShape").ToDictionary(s => s.Attribute("bpmnElement")!.Value, Box, StringComparer.Ordinal);
        Assert.All(nodes, node => Assert.Contains(node.Attribute("id")!.Value, boxes.Keys));
        var placed = nodes.Select(n => boxes[n.Attribute("id")!.Value]).ToList();
        Assert.All(placed, (box, index) => Assert.DoesNotContain(placed.Skip(index + 1), other => Overlap(box, other)));
    }

    [Fact]
    public void Compare_TwoFiles_TellsWhatWasAddedRemovedAndChangedAndNothingElse()
    {
        var file = ProcessFiles.All.Single(f => f.Name == "default-xa").Xml;
        var changed = file.Replace("hours", "hours", StringComparison.Ordinal).Replace("share=\"0.6\"", "share=\"0.5\"", StringComparison.Ordinal)
            .Replace("<endEvent id=\"ket_thuc\"", "<task id=\"moi\" name=\"Bước mới\"/><endEvent id=\"ket_thuc\"", StringComparison.Ordinal)
            .Replace("<sequenceFlow id=\"f_ky__van_thu\" sourceRef=\"ky\" targetRef=\"van_thu\"/>", "", StringComparison.Ordinal)
            .Replace("x=\"160\" y=\"132\"", "x=\"150\" y=\"132\"", StringComparison.Ordinal);

        var changes = ProcessComparison.Compare(file, changed);

        Assert.Equal(
            [(ChangeKind.Added, "moi"), (ChangeKind.Removed, "f_ky__van_thu"), (ChangeKind.Changed, "tham_dinh"), (ChangeKind.Moved, "bat_dau")],
            changes.Select(c => (c.Kind, c.Element)));
        Assert.Equal(new ChangedPart("step share", "0.6", "0.5"), Assert.Single(changes.Single(c => c.Kind == ChangeKind.Changed).Details));
        Assert.Empty(ProcessComparison.Compare(file, XDocument.Parse(file).ToString(SaveOptions.DisableFormatting)));
    }

    private static (double X, double Y, double W, double H) Box(XElement shape)
    {
        var bounds = shape.Element(BpmnDrawing.Graphics + "Bounds")!;
        return ((double)bounds.Attribute("x")!, (double)bounds.Attribute("y")!, (double)bounds.Attribute("width")!, (double)bounds.Attribute("height")!);
    }

    private static bool Overlap((double X, double Y, double W, double H) a, (double X, double Y, double W, double H) b) =>
        a.X < b.X + b.W && b.X < a.X + a.W && a.Y < b.Y + b.H && b.Y < a.Y + a.H;
}
