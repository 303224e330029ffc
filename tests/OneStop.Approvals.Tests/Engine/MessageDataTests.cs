using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>What a message brings: an output of the event goes where its association says, the rest becomes variables.</summary>
public sealed class MessageDataTests
{
    private const string Message = """<message id="m" name="paid"/>""";

    private const string Given = """
        <dataOutput id="o" name="payload"/><dataOutputAssociation><sourceRef>o</sourceRef><targetRef>receiptRef</targetRef></dataOutputAssociation>
        <messageEventDefinition messageRef="m"/>
        """;

    private const string Data = """<dataObject id="receipt"/><dataObjectReference id="receiptRef" dataObjectRef="receipt"/><startEvent id="s"/><userTask id="u"/>""";

    public static TheoryData<string, string> Places => new()
    {
        { "start", $"""<startEvent id="w">{Given}</startEvent>""" + Bpmn.Flow("s", "u") + Bpmn.Flow("w", "u") },
        { "catch", $"""<intermediateCatchEvent id="w">{Given}</intermediateCatchEvent>""" + Bpmn.Flows("s", "w", "u") },
        {
            "race", $"""
            <eventBasedGateway id="g"/><intermediateCatchEvent id="w">{Given}</intermediateCatchEvent>
            <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>
            """ + Bpmn.Flows("s", "g", "w", "u") + Bpmn.Flows("g", "late")
        },
        { "boundary", $"""<userTask id="a"/><boundaryEvent id="w" attachedToRef="a">{Given}</boundaryEvent>""" + Bpmn.Flows("s", "a") + Bpmn.Flow("w", "u") },
        {
            "event sub-process",
            $"""<userTask id="a"/><subProcess id="h" triggeredByEvent="true"><startEvent id="w" isInterrupting="false">{Given}</startEvent><task id="x"/>{Bpmn.Flow("w", "x")}</subProcess>""" + Bpmn.Flows("s", "a", "u")
        },
        {
            "receive task", """
            <receiveTask id="w" messageRef="m"><ioSpecification><dataOutput id="o" name="payload"/><outputSet><dataOutputRefs>o</dataOutputRefs></outputSet></ioSpecification>
            <dataOutputAssociation><sourceRef>o</sourceRef><targetRef>receiptRef</targetRef></dataOutputAssociation></receiveTask>
            """ + Bpmn.Flows("s", "w", "u")
        },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Message_WithValues_FillsTheOutputOfWhereItComes(string place, string content)
    {
        var definition = Bpmn.Compile(Data + content, Message);
        var brought = Instance.Dictionary(("payload", 5000m), ("payer", "Nguyễn Thị Hoa"));
        Instance instance;
        if (place == "start")
        {
            instance = new Instance(definition);
            Assert.Equal(Refusal.None, instance.Send(new StartInstance(brought, "w")));
        }
        else
        {
            instance = Instance.Start(definition);
            Assert.Equal(Refusal.None, instance.Send(new Deliver("paid", brought)));
        }

        Assert.Equal((5000m, "Nguyễn Thị Hoa"), (instance.State.Variables["receipt"], instance.State.Variables["payer"]));
        Assert.DoesNotContain("payload", instance.State.Variables.Keys);
    }

    [Fact]
    public void Message_WithoutAnOutputAtItsEvent_GivesItsValuesToTheProcess()
    {
        var instance = new Instance(Bpmn.Compile(Data + """<startEvent id="w"><messageEventDefinition messageRef="m"/></startEvent>""" + Bpmn.Flow("s", "u") + Bpmn.Flow("w", "u"), Message));

        instance.Send(new StartInstance(Instance.Dictionary(("receipt", 7m), ("payload", null)), "w"));

        Assert.Equal(7m, instance.State.Variables["receipt"]);
        Assert.Null(instance.State.Variables["payload"]);
    }

    [Fact]
    public void Task_WithAnOutput_GivesItsAnswerWhereTheAssociationSays()
    {
        var instance = Instance.Start(Data.Replace("<userTask id=\"u\"/>", "", StringComparison.Ordinal) + """
            <userTask id="u"><ioSpecification><dataInput id="i" name="amount"/><dataOutput id="o" name="fee"/></ioSpecification>
            <dataInputAssociation><sourceRef>receiptRef</sourceRef><targetRef>i</targetRef></dataInputAssociation>
            <dataOutputAssociation><sourceRef>o</sourceRef><targetRef>receiptRef</targetRef></dataOutputAssociation></userTask><userTask id="v"/>
            """ + Bpmn.Flows("s", "u", "v"));

        instance.Complete("u", ("fee", 12m), ("amount", 3m));

        Assert.Equal((12m, 3m), (instance.State.Variables["receipt"], instance.State.Variables["amount"]));
        Assert.DoesNotContain("fee", instance.State.Variables.Keys);
    }
}
