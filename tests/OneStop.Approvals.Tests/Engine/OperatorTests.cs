using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>What an operator may do with a token that stands still, and what never.</summary>
public sealed class OperatorTests
{
    private const string Deed = """<extensionElements><os:step level="xa" role="agency_leader" deed="sign_result"/></extensionElements>""";

    // a -> (no way out unless n > 1) -> b -> fork -> (c, d) -> join -> e
    private static readonly string Forked =
        """<startEvent id="s"/>""" + Bpmn.Users("a", "b", "c", "d", "e") + """<parallelGateway id="fork"/><parallelGateway id="join"/><endEvent id="z"/>"""
        + Bpmn.Flows("s", "a") + Bpmn.Flow("a", "b", "n > 1") + Bpmn.Flows("b", "fork", "c", "join", "e", "z") + Bpmn.Flows("fork", "d", "join");

    private static readonly string Signed =
        $"""<startEvent id="s"/>{Bpmn.Users("a")}<userTask id="sign" name="sign">{Deed}</userTask>{Bpmn.Users("after")}<endEvent id="z"/>"""
        + Bpmn.Flow("s", "a") + Bpmn.Flow("a", "sign", "n > 1") + Bpmn.Flows("sign", "after", "z");

    [Fact]
    public void Retry_WithMendedVariables_GoesOnAndWritesBoth()
    {
        var instance = Instance.Start(Forked).Complete("a");
        var stuck = instance.At("a");
        Assert.Equal(TokenState.Stuck, stuck.State);

        Assert.Equal(Refusal.None, instance.Send(new Retry(stuck.Id, Instance.Dictionary(("n", 2m)))));

        Assert.Equal(["b"], instance.OpenSteps);
        Assert.Equal(2m, instance.State.Variables["n"]);
        Assert.Contains(instance.History, h => h.Kind == HistoryKind.Retried && h.Actor == "tester");
        Assert.Contains(instance.Messages, m => m is IncidentMended);
    }

    [Fact]
    public void Skip_OfAStepWithoutDeed_CountsAsDoneAndGivesNothingOut()
    {
        var instance = Instance.Start(Bpmn.Users("a", "b") + Bpmn.Flows("a", "b"));

        Assert.Equal(Refusal.None, instance.Send(new Skip(instance.At("a").Id)));

        Assert.Equal(["b"], instance.OpenSteps);
        Assert.DoesNotContain("a", instance.State.Visited);
        Assert.Equal(HistoryFold.Of(instance.History), instance.State.Tokens.Select(t => (t.Id, t.Node)).Order());
    }

    [Fact]
    public void Skip_OfASignatureOrADecision_IsRefused()
    {
        var signing = Instance.Start(Signed, ("n", 2m)).Complete("a");
        Assert.Equal(Refusal.NotSkippable, signing.Send(new Skip(signing.At("sign").Id)));

        var stuck = Instance.Start(Signed).Complete("a");
        Assert.Equal(Refusal.NotSkippable, stuck.Send(new Skip(stuck.At("a").Id)));

        var deciding = Instance.Start("""<startEvent id="s"/><exclusiveGateway id="g"/>""" + Bpmn.Users("a") + Bpmn.Flow("s", "g") + Bpmn.Flow("g", "a", "n > 1"));
        Assert.Equal(Refusal.NotSkippable, deciding.Send(new Skip(deciding.At("g").Id)));
    }

    [Fact]
    public void Skip_OfOneInstanceOfALoop_LeavesTheOthersAndEndsWithThem()
    {
        var instance = Instance.Start(
            """<userTask id="m" name="m"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>"""
            + Bpmn.Users("z") + Bpmn.Flows("m", "z"));
        var inner = instance.State.Tokens.First(t => t.Inner);

        Assert.Equal(Refusal.None, instance.Send(new Skip(inner.Id)));
        Assert.Equal(2, instance.State.Tokens.Count(t => t.Inner));
        foreach (var left in instance.State.Tokens.Where(t => t.Inner).ToList())
            Assert.Equal(Refusal.None, instance.Send(new Skip(left.Id)));

        Assert.Equal(["z"], instance.OpenSteps);
        Assert.Empty(instance.State.Scopes);
    }

    [Fact]
    public void Move_OfALoneToken_GoesBeforeAndBehindTheForkButNeverIntoABranch()
    {
        var instance = Instance.Start(Forked).Complete("a");
        var targets = ProcessEngine.MoveTargets(instance.Definition, instance.State, instance.At("a")).Select(n => n.Id).Order();
        Assert.Equal(["b", "e", "z"], targets);

        foreach (var branch in new[] { "c", "d", "join", "fork", "s", "nowhere" })
            Assert.Equal(Refusal.NotATarget, instance.Send(new Move(instance.At("a").Id, branch)));
        Assert.Equal(Refusal.None, instance.Send(new Move(instance.At("a").Id, "e")));

        Assert.Equal(["e"], instance.OpenSteps);
        instance.Complete("e");
        Assert.Equal(InstanceStatus.Completed, instance.State.Status);
        Assert.Contains(instance.History, h => h is { Kind: HistoryKind.Moved, Node: "a", Action: "e" });
    }

    [Fact]
    public void Move_InsideABranch_NeverLeavesItSoThatTheJoinGetsItsTokens()
    {
        var two = """<startEvent id="s"/><parallelGateway id="fork"/><parallelGateway id="join"/>""" + Bpmn.Users("c1", "c2", "d", "e")
            + Bpmn.Flows("s", "fork", "c1", "c2", "join", "e") + Bpmn.Flows("fork", "d", "join");
        var instance = Instance.Start(two);

        Assert.Equal(["c2"], ProcessEngine.MoveTargets(instance.Definition, instance.State, instance.At("c1")).Select(n => n.Id));
        Assert.Empty(ProcessEngine.MoveTargets(instance.Definition, instance.State, instance.At("d")));
        Assert.Equal(Refusal.None, instance.Send(new Move(instance.At("c1").Id, "c2")));
        instance.Complete("c2").Complete("d").Complete("e");

        Assert.Equal(InstanceStatus.Completed, instance.State.Status);
    }

    [Fact]
    public void Move_NeverPassesOverADeed_UnlessItHasBeenDone()
    {
        var before = Instance.Start(Signed).Complete("a");
        Assert.Equal(["sign"], ProcessEngine.MoveTargets(before.Definition, before.State, before.At("a")).Select(n => n.Id));

        var done = Instance.Start(Signed, ("n", 2m)).Complete("a").Complete("sign");
        Assert.Equal(["a", "sign", "z"], ProcessEngine.MoveTargets(done.Definition, done.State, done.At("after")).Select(n => n.Id).Order());
    }

    [Fact]
    public void OperatorCommand_SentTwice_DoesNothingTwice()
    {
        var instance = Instance.Start(Forked).Complete("a");
        var id = Guid.NewGuid();
        var token = instance.At("a").Id;
        Assert.Equal(Refusal.None, instance.Send(new Move(token, "b"), id));
        var lines = instance.History.Count;

        Assert.Equal(Refusal.AlreadyApplied, instance.Send(new Move(token, "b"), id));
        Assert.Equal(Refusal.Gone, instance.Send(new Move(token, "e")));

        Assert.Equal(lines, instance.History.Count);
        Assert.Equal(["b"], instance.OpenSteps);
    }

    [Fact]
    public void Retry_OfAnActivityWhoseInsideHadBegun_LeavesNothingOfTheFirstAttempt()
    {
        // The timer at the boundary cannot be read, so the activity stops although its inside is running.
        var instance = Instance.Start(
            """<subProcess id="sub">""" + Bpmn.Users("inside") + "</subProcess>"
            + """<boundaryEvent id="late" attachedToRef="sub"><timerEventDefinition><timeDuration>=wait</timeDuration></timerEventDefinition></boundaryEvent>"""
            + Bpmn.Users("z") + Bpmn.Flows("sub", "z") + Bpmn.Flows("late", "z"));
        Assert.Equal(TokenState.Incident, instance.At("sub").State);

        Assert.Equal(Refusal.None, instance.Send(new Retry(instance.At("sub").Id, Instance.Dictionary(("wait", "PT1H")))));

        Assert.Single(instance.State.Scopes);
        Assert.Single(instance.State.Timers);
        instance.Complete("inside").Complete("z");
        Assert.Equal(InstanceStatus.Completed, instance.State.Status);
    }
}
