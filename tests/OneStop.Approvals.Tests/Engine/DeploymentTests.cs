using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Tests.Engine;

public sealed class DeploymentTests
{
    private const string Start = """<startEvent id="s"/>""";
    private const string End = """<endEvent id="e"/>""";

    [Theory]
    [InlineData("""<choreographyTask id="x"/>""", DeploymentProblem.UnsupportedElement, "x")]
    [InlineData("""<userTask id="x"><potentialOwner/></userTask>""", DeploymentProblem.UnsupportedElement, "x")]
    [InlineData("""<userTask id="x"><conversation/></userTask>""", DeploymentProblem.UnsupportedElement, "x")]
    [InlineData("""<userTask id="x"><multiInstanceLoopCharacteristics/></userTask>""", DeploymentProblem.BadLoop, "x")]
    [InlineData("""<userTask id="x"><standardLoopCharacteristics loopMaximum="many"/></userTask>""", DeploymentProblem.BadLoop, "x")]
    [InlineData("""<userTask id="x" startQuantity="0"/>""", DeploymentProblem.UnsupportedAttribute, "x")]
    [InlineData("""<scriptTask id="x" scriptFormat="javascript"><script>y = 1</script></scriptTask>""", DeploymentProblem.BadScript, "x")]
    [InlineData("""<scriptTask id="x" scriptFormat="x-trace"><script>log y</script></scriptTask>""", DeploymentProblem.BadScript, "x")]
    [InlineData("""<scriptTask id="x" scriptFormat="feel"><script>y = 1 +</script></scriptTask>""", DeploymentProblem.BadExpression, "x")]
    [InlineData("""<businessRuleTask id="x"/>""", DeploymentProblem.BadExtension, "x")]
    [InlineData("""<endEvent id="x"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></endEvent>""", DeploymentProblem.UnsupportedEvent, "x")]
    [InlineData("""<endEvent id="x"><errorEventDefinition errorRef="none"/></endEvent>""", DeploymentProblem.UnknownReference, "x")]
    [InlineData("""<intermediateThrowEvent id="x"><errorEventDefinition/></intermediateThrowEvent>""", DeploymentProblem.UnsupportedEvent, "x")]
    [InlineData("""<subProcess id="x"><startEvent id="i"><signalEventDefinition/></startEvent></subProcess>""", DeploymentProblem.UnsupportedEvent, "i")]
    [InlineData("""<subProcess id="x" triggeredByEvent="true"><startEvent id="i"/></subProcess>""", DeploymentProblem.NoStart, "x")]
    [InlineData("""<userTask id="t"/><boundaryEvent id="x" attachedToRef="t"><cancelEventDefinition/></boundaryEvent>""", DeploymentProblem.UnsupportedEvent, "x")]
    [InlineData("""<userTask id="t"/><boundaryEvent id="x" attachedToRef="t"><compensateEventDefinition/></boundaryEvent>""", DeploymentProblem.NoCompensation, "x")]
    [InlineData("""<intermediateThrowEvent id="x"><linkEventDefinition name="away"/></intermediateThrowEvent>""", DeploymentProblem.UnknownLink, "x")]
    [InlineData("""<intermediateCatchEvent id="x"/>""", DeploymentProblem.UnsupportedEvent, "x")]
    [InlineData("""<intermediateCatchEvent id="x"><timerEventDefinition><timeDuration>soon</timeDuration></timerEventDefinition></intermediateCatchEvent>""", DeploymentProblem.BadTimer, "x")]
    [InlineData("""<intermediateCatchEvent id="x"><timerEventDefinition><timeDuration>P1X</timeDuration></timerEventDefinition></intermediateCatchEvent>""", DeploymentProblem.BadTimer, "x")]
    [InlineData("""<intermediateCatchEvent id="x"><timerEventDefinition><timeCycle>0 0 1 * *</timeCycle></timerEventDefinition></intermediateCatchEvent>""", DeploymentProblem.BadTimer, "x")]
    [InlineData("""<receiveTask id="x" messageRef="none"/>""", DeploymentProblem.UnknownMessage, "x")]
    [InlineData("""<serviceTask id="x"/>""", DeploymentProblem.BadExtension, "x")]
    [InlineData("""<userTask id="x"><extensionElements><os:step level="thon" role="r"/></extensionElements></userTask>""", DeploymentProblem.BadExtension, "x")]
    [InlineData("""<userTask id="x"><extensionElements><os:stepp/></extensionElements></userTask>""", DeploymentProblem.BadExtension, "x")]
    [InlineData("""<userTask/>""", DeploymentProblem.MissingId, "p")]
    [InlineData("""<userTask id="s"/>""", DeploymentProblem.DuplicateId, "s")]
    public void Compile_ElementTheEngineWouldNotExecute_NamesItAndWhy(string element, string code, string id)
    {
        var problem = Bpmn.Refuse(Start + element + End + Bpmn.Flows("s", "e"));

        Assert.Equal((code, id), (problem.Code, problem.ElementId));
    }

    [Theory]
    [InlineData("""days="5" """, """<os:question>?</os:question><os:body part="Y" level="huyen"/>""", DeploymentProblem.ConsultationWithoutAsker)]
    [InlineData("""level="xa" days="5" """, """<os:question>?</os:question>""", DeploymentProblem.ConsultationWithoutBody)]
    [InlineData("""level="xa" days="5" """, """<os:question>?</os:question><os:body part="Z" level="huyen"/>""", DeploymentProblem.ConsultationBadBody)]
    [InlineData("""level="xa" days="5" """, """<os:question>?</os:question><os:body part="Y" level="thon"/>""", DeploymentProblem.ConsultationBadBody)]
    [InlineData("""level="xa" days="5" """, """<os:question>?</os:question><os:body part="Y" level="huyen"/><os:body part="X" level="huyen"/>""", DeploymentProblem.ConsultationBodyTwice)]
    [InlineData("""level="xa" days="5" """, """<os:body part="Y" level="huyen"><os:question> </os:question></os:body>""", DeploymentProblem.ConsultationWithoutQuestion)]
    [InlineData("""level="xa" days="5" """, """<os:paper> </os:paper><os:question>?</os:question><os:body part="Y" level="huyen"/>""", DeploymentProblem.ConsultationWithoutPaper)]
    [InlineData("""level="xa" """, """<os:question>?</os:question><os:body part="Y" level="huyen"/>""", DeploymentProblem.ConsultationBadDays)]
    [InlineData("""level="xa" days="61" """, """<os:question>?</os:question><os:body part="Y" level="huyen"/>""", DeploymentProblem.ConsultationBadDays)]
    [InlineData("""level="xa" days="5" silence="agreement" """, """<os:question>?</os:question><os:body part="Y" level="huyen"/>""", DeploymentProblem.ConsultationBadSilence)]
    [InlineData("""level="xa" days="5" silence="refusal" """, """<os:question>?</os:question><os:body part="Y" level="huyen"/>""", DeploymentProblem.ConsultationBadSilence)]
    [InlineData("""level="xa" days="5" papers="all" """, """<os:question>?</os:question><os:body part="Y" level="huyen"/><os:paper>Bản vẽ</os:paper>""", DeploymentProblem.BadExtension)]
    [InlineData("""level="xa" days="5" dayz="5" """, """<os:question>?</os:question><os:body part="Y" level="huyen"/>""", DeploymentProblem.BadExtension)]
    [InlineData("""level="xa" days="5" """, """<os:question>?</os:question><os:boddy part="Y" level="huyen"/><os:body part="Y" level="huyen"/>""", DeploymentProblem.BadExtension)]
    public void Compile_AConsultationThatCouldNotBeAsked_NamesItAndWhy(string attributes, string parts, string code)
    {
        var problem = Bpmn.Refuse($"""{Start}<serviceTask id="x"><extensionElements><os:service name="ask-opinions"/><os:consultation {attributes}>{parts}</os:consultation></extensionElements></serviceTask>{End}""" + Bpmn.Flows("s", "x", "e"));

        Assert.Equal((code, "x"), (problem.Code, problem.ElementId));
    }

    [Theory]
    [InlineData("""<os:service name="ask-opinions"/>""")]
    [InlineData("""<os:service name="notify-late"/><os:consultation level="xa" days="5"><os:question>?</os:question><os:body part="Y" level="huyen"/></os:consultation>""")]
    public void Check_ServiceAndConsultationThatDoNotGoTogether_AreRefused(string extensions)
    {
        var definition = Bpmn.Compile($"""{Start}<serviceTask id="x"><extensionElements>{extensions}</extensionElements></serviceTask>{End}""" + Bpmn.Flows("s", "x", "e"));

        var problem = Assert.Single(DeploymentRules.Check(definition));
        Assert.Equal((DeploymentRules.ConsultationMisplaced, "x"), (problem.Code, problem.ElementId));
    }

    [Fact]
    public void Compile_FlowToNowhere_IsRefused()
    {
        var problem = Bpmn.Refuse(Start + End + Bpmn.Flow("s", "nowhere"));

        Assert.Equal((DeploymentProblem.DanglingFlow, "s-nowhere"), (problem.Code, problem.ElementId));
    }

    [Fact]
    public void Compile_BadCondition_TellsPosition()
    {
        var problem = Bpmn.Refuse(Start + """<exclusiveGateway id="g"/>""" + End + Bpmn.Flow("s", "g") + Bpmn.Flow("g", "e", "a = = b"));

        Assert.Equal((DeploymentProblem.BadExpression, "g-e"), (problem.Code, problem.ElementId));
        Assert.Contains("@5", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_TaskNothingLeadsTo_IsRefused()
    {
        var problem = Bpmn.Refuse(Start + Bpmn.Users("a", "lost") + End + Bpmn.Flows("s", "a", "e"));

        Assert.Equal((DeploymentProblem.NotConnected, "lost"), (problem.Code, problem.ElementId));
    }

    [Theory]
    [InlineData("this is not xml", DeploymentProblem.NotXml)]
    [InlineData("<html/>", DeploymentProblem.NotBpmn)]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">&b;</definitions>""", DeploymentProblem.NotXml)]
    [InlineData("""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">&a;</definitions>""", DeploymentProblem.NotXml)]
    [InlineData("""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>""", DeploymentProblem.NoProcess)]
    public void Compile_NotAProcessFile_IsRefused(string xml, string code) =>
        Assert.Equal(code, BpmnCompiler.Compile(xml).Problems[0].Code);

    [Fact]
    public void Compile_ForeignPrefixesVendorExtensionsAndComments_AreAccepted()
    {
        const string xml = """
            <?xml version="1.0"?>
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
              <!-- drawn elsewhere -->
              <b:collaboration id="c"><b:participant id="pool" processRef="p"/></b:collaboration>
              <b:process id="p" isExecutable="true" camunda:historyTimeToLive="7">
                <b:laneSet id="l"><b:lane id="lane"><b:flowNodeRef>t</b:flowNodeRef></b:lane></b:laneSet>
                <b:startEvent id="s" camunda:initiator="who"><b:outgoing>f1</b:outgoing></b:startEvent>
                <b:userTask id="t" camunda:assignee="demo"><b:extensionElements><camunda:formData/></b:extensionElements></b:userTask>
                <b:endEvent id="e"/>
                <b:sequenceFlow id="f1" sourceRef="s" targetRef="t"/><b:sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
                <b:textAnnotation id="note"><b:text>x</b:text></b:textAnnotation>
              </b:process>
            </b:definitions>
            """;

        Assert.Empty(BpmnCompiler.Compile(xml).Problems);
    }

    [Fact]
    public void Compile_FiveMegabytes_IsCompiledAndRun()
    {
        var ids = Enumerable.Range(0, 30_000).Select(i => $"step-{i:000000}").ToArray();
        var xml = Start + Bpmn.Flow("s", ids[0]) + string.Concat(ids.Select(id => $"""<userTask id="{id}" name="A step of a very long process, number {id}"/>""")) + Bpmn.Flows(ids);
        Assert.True(xml.Length > 5_000_000, $"{xml.Length}");

        var instance = Instance.Start(Bpmn.Compile(xml));
        instance.Complete(ids[0]);

        Assert.Equal([ids[1]], instance.OpenSteps);
    }

    [Fact]
    public void Compile_SubProcessesNestedWithoutEnd_IsRefused()
    {
        var xml = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"""<subProcess id="x{i}">""")) + string.Concat(Enumerable.Repeat("</subProcess>", 5_000));

        Assert.Equal(DeploymentProblem.TooDeep, Bpmn.Refuse(Start + xml).Code);
    }

    [Fact]
    public void Compile_StepExtensions_AreRead()
    {
        var definition = Bpmn.Compile(Start + """
            <userTask id="a" name="Ký">
              <extensionElements>
                <os:step level="huyen" role="lanh_dao" field="G09" hoursOnline="8" hoursInPerson="16.5" status="4" deed="sign_result" form="ky"/>
                <os:action kind="approve" label="Ký duyệt" labelEn="Sign"/>
                <os:action kind="reject" label="Từ chối"/>
              </extensionElements>
            </userTask>
            """ + End + Bpmn.Flows("s", "a", "e"));

        var step = definition["a"].Step!;
        Assert.Equal(("huyen", "lanh_dao", "G09", 8m, 16.5m), (step.Level, step.Role, step.Field, step.Hours(online: true), step.Hours(online: false)));
        Assert.Equal((4, "sign_result", "ky"), (step.Status, step.Deed, step.Form));
        Assert.Equal([false, true], definition["a"].Actions.Select(a => a.ReasonRequired));
    }
}
