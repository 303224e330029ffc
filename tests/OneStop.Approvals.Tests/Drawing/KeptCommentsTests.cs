using System.Xml.Linq;
using OneStop.Approvals.Drawing;

namespace OneStop.Approvals.Tests.Drawing;

/// <summary>Comments of a foreign file come back after the board, which knows none, has written it anew.</summary>
public sealed class KeptCommentsTests
{
    private const string Before = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- drawn elsewhere -->
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:acme="http://acme.example/1" id="d" targetNamespace="t">
          <!-- the permit -->
          <bpmn:process id="p" isExecutable="true">
            <!-- one --><!-- two -->
            <bpmn:startEvent id="s"/>
            <!-- ask the ward -->
            <bpmn:userTask id="a"><bpmn:extensionElements><acme:x><!-- deep --><acme:y/></acme:x></bpmn:extensionElements></bpmn:userTask>
            <bpmn:endEvent id="e"/>
            <!-- last -->
            <!-- very last -->
          </bpmn:process>
        </bpmn:definitions>
        <!-- end of file -->
        """;

    // As the board writes it: other order of attributes, no comments, a step added.
    private static readonly string Drawn = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:acme="http://acme.example/1" id="d" targetNamespace="t">
          <bpmn:process id="p" isExecutable="true">
            <bpmn:startEvent id="s" />
            <bpmn:userTask id="a">
              <bpmn:extensionElements>
                <acme:x>
                  <acme:y />
                </acme:x>
              </bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:userTask id="new" />
            <bpmn:endEvent id="e" />
          </bpmn:process>
        </bpmn:definitions>

        """;

    [Fact]
    public void Merge_PutsEachCommentBackWhereItStood()
    {
        var merged = XDocument.Parse(KeptComments.Merge(Before, Drawn));

        Assert.Equal([" drawn elsewhere ", " the permit ", " one ", " two ", " ask the ward ", " deep ", " last ", " very last ", " end of file "], Comments(merged));
        Assert.Equal("a", NextOf(merged, " ask the ward "));
        Assert.Equal("s", NextOf(merged, " two "));
        Assert.Equal("e", merged.DescendantNodes().OfType<XComment>().Single(c => c.Value == " last ").ElementsBeforeSelf().Last().Attribute("id")!.Value);
        Assert.Equal("new", merged.Descendants().Single(e => e.Attribute("id")?.Value == "new").Attribute("id")!.Value);
    }

    [Fact]
    public void Merge_AgainAndAgain_ChangesNothingMore()
    {
        var once = KeptComments.Merge(Before, Drawn);

        Assert.Equal(once, KeptComments.Merge(once, Drawn));
        Assert.Equal(once, KeptComments.Merge(once, once));
    }

    [Fact]
    public void Merge_WhenTheElementIsGone_KeepsTheCommentNearby()
    {
        var without = Drawn.Replace("""<bpmn:startEvent id="s" />""", "", StringComparison.Ordinal);

        var merged = XDocument.Parse(KeptComments.Merge(Before, without));

        Assert.Equal("a", NextOf(merged, " one "));
        Assert.Equal(9, Comments(merged).Count);
    }

    [Fact]
    public void Merge_WithoutComments_LeavesTheTextAsItIs() => Assert.Same(Drawn, KeptComments.Merge(Drawn, Drawn));

    private static List<string> Comments(XDocument document) => [.. document.DescendantNodes().OfType<XComment>().Select(c => c.Value)];

    private static string NextOf(XDocument document, string comment) =>
        document.DescendantNodes().OfType<XComment>().Single(c => c.Value == comment).ElementsAfterSelf().First().Attribute("id")!.Value;

    [Fact]
    public void Merge_ProcessingInstructions_StayWhereTheyStood()
    {
        const string Before = """<?xml version="1.0"?><?xml-stylesheet href="a.css"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><?tool keep="1"?><startEvent id="s"/></process></definitions>""";
        const string Drawn = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/><endEvent id="e"/></process></definitions>""";

        var merged = XDocument.Parse(KeptComments.Merge(Before, Drawn));

        Assert.Equal(["xml-stylesheet", "tool"], merged.DescendantNodes().OfType<XProcessingInstruction>().Select(i => i.Target));
        Assert.Equal("s", Assert.IsType<XElement>(merged.DescendantNodes().OfType<XProcessingInstruction>().Last().NextNode).Attribute("id")!.Value);
    }
}
