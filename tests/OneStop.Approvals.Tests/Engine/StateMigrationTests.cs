using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>A state goes on with another version: same tokens, same timers, nothing done twice, and never where it does not fit.</summary>
public sealed class StateMigrationTests
{
    private const string Late = """<boundaryEvent id="late" attachedToRef="b" cancelActivity="false"><timerEventDefinition><timeDuration>PT8H</timeDuration></timerEventDefinition></boundaryEvent><manualTask id="told"/>""";

    private static readonly string Old = """<startEvent id="s"/>""" + Bpmn.Users("a", "b", "c") + Late + Bpmn.Flows("s", "a", "b", "c") + Bpmn.Flows("late", "told");

    // b is drawn anew under another id, with a check before c and another timer.
    private static readonly string New = """<startEvent id="s"/>""" + Bpmn.Users("a", "check", "c") + """<userTask id="b2" name="b"/>"""
        + Late.Replace("attachedToRef=\"b\"", "attachedToRef=\"b2\"", StringComparison.Ordinal)
        + """<boundaryEvent id="later" attachedToRef="b2" cancelActivity="false"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent><manualTask id="told2"/>"""
        + Bpmn.Flows("s", "a", "b2", "check", "c") + Bpmn.Flows("late", "told") + Bpmn.Flows("later", "told2");

    [Fact]
    public void Propose_TakesTheSameIdElseTheSameNameOfTheSameType()
    {
        var proposed = MigrationMap.Propose(Bpmn.Compile(Old), Bpmn.Compile(New));

        Assert.Equal(("a", "b2", "late", "c"), (proposed["a"], proposed["b"], proposed["late"], proposed["c"]));
        Assert.DoesNotContain("a", MigrationMap.Propose(Bpmn.Compile(Bpmn.Users("a")), Bpmn.Compile("""<manualTask id="a" name="a"/>""")).Keys);
    }

    [Fact]
    public void Apply_KeepsTokensAndTimersAndDoesNothingTwice()
    {
        var (from, to) = (Bpmn.Compile(Old), Bpmn.Compile(New));
        var instance = Instance.Start(from).Complete("a");
        var map = new MigrationMap(from, to, MigrationMap.Propose(from, to));
        Assert.Empty(StateMigration.Check(map, instance.State));
        var command = new EngineCommand(Guid.NewGuid(), new SetVariables(Instance.Dictionary()), "tester", "why");

        var moved = StateMigration.Apply(map, instance.State, command, "p 2", Instance.Now);

        var (token, timer) = (Assert.Single(instance.State.Tokens), Assert.Single(instance.State.Timers));
        Assert.Equal(token with { Node = "b2" }, Assert.Single(moved.State.Tokens));
        Assert.Contains(timer, moved.State.Timers);
        // Only the timer that the new version adds begins; no task is opened or closed and no timer cancelled.
        Assert.Equal("later", Assert.IsType<StartTimer>(Assert.Single(moved.Jobs)).Node);
        Assert.Empty(moved.Messages);
        Assert.Equal([HistoryKind.Migrated], moved.History.Select(h => h.Kind));
        Assert.Equal(["a"], moved.State.Visited.ToArray());
        Assert.Equal(Refusal.AlreadyApplied, StateMigration.Apply(map, moved.State, command, "p 2", Instance.Now).Refusal);

        var done = ProcessEngine.Step(to, moved.State, new EngineCommand(Guid.NewGuid(), new CompleteTask(token.Id, "approve")), Instance.Now);
        Assert.Equal("check", Assert.Single(done.State.Tokens).Node);
    }

    [Fact]
    public void Check_OfATimerWhoseEventIsGone_NamesIt()
    {
        var instance = Instance.Start(Bpmn.Compile(Old)).Complete("a");

        Assert.Equal([(MigrationProblem.EventMissing, "late")], Problems(instance, """<startEvent id="s"/>""" + Bpmn.Users("a", "b", "c") + Bpmn.Flows("s", "a", "b", "c")));
    }

    [Fact]
    public void Check_OfAStepThatIsGoneOrDoneByAnotherPost_NamesIt()
    {
        var instance = Instance.Start(Bpmn.Compile(Bpmn.Users("a", "b") + Bpmn.Flows("a", "b")));

        Assert.Equal([(MigrationProblem.ElementMissing, "a")], Problems(instance, Bpmn.Users("x", "b") + Bpmn.Flows("x", "b")));
        var signed = """<userTask id="a" name="a"><extensionElements><os:step level="xa" role="agency_leader" deed="sign_result"/></extensionElements></userTask>""" + Bpmn.Users("b") + Bpmn.Flows("a", "b");
        Assert.Equal([(MigrationProblem.OtherPost, "a")], Problems(instance, signed, [("a", "a")]));
        Assert.Equal([(MigrationProblem.OtherScope, "a")], Problems(instance, $"""<subProcess id="u">{Bpmn.Users("a")}</subProcess>"""));
    }

    [Fact]
    public void Check_WhileAServiceRuns_WaitsForRest()
    {
        var service = """<serviceTask id="a"><extensionElements><os:service name="x"/></extensionElements></serviceTask>""";
        var instance = Instance.Start(service);

        Assert.Equal([(MigrationProblem.NotAtRest, "a")], Problems(instance, service));
    }

    [Fact]
    public void Check_BetweenForkAndJoin_RefusesOtherBranches()
    {
        const string Gates = """<startEvent id="s"/><parallelGateway id="fork"/><parallelGateway id="join"/>""";
        var two = Gates + Bpmn.Users("b", "c", "d") + Bpmn.Flows("s", "fork", "b", "join", "d") + Bpmn.Flows("fork", "c", "join");
        var three = two + Bpmn.Users("e") + Bpmn.Flows("fork", "e", "join");
        var instance = Instance.Start(two).Complete("b");

        Assert.Equal([(MigrationProblem.OtherBranches, "join")], Problems(instance, three));
        Assert.Empty(Problems(instance, two + Bpmn.Users("f") + Bpmn.Flows("d", "f")));

        // A lone token is not put into a branch whose sisters never start.
        var alone = Instance.Start("""<startEvent id="s"/>""" + Bpmn.Users("b", "d") + Bpmn.Flows("s", "b", "d"));
        Assert.Equal([(MigrationProblem.OtherBranches, "b")], Problems(alone, two));
    }

    [Fact]
    public void Check_OfAnEndedInstance_SaysSo()
    {
        var instance = Instance.Start(Bpmn.Users("a")).Complete("a");

        Assert.Equal([(MigrationProblem.Ended, "")], Problems(instance, Bpmn.Users("a")));
    }

    [Fact]
    public void Apply_InsideSubProcessesAndLoops_GoesOnToTheEnd()
    {
        var body = """<subProcess id="u"><userTask id="m" name="m"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>""";
        var (from, to) = (Bpmn.Compile(body + "</subProcess>"), Bpmn.Compile(body + Bpmn.Users("n") + Bpmn.Flows("m", "n") + "</subProcess>" + Bpmn.Users("z") + Bpmn.Flows("u", "z")));
        var instance = Instance.Start(from);
        Assert.Equal(Refusal.None, instance.Send(new CompleteTask(instance.State.Tokens.First(t => t.Inner).Id, "approve")));
        var map = new MigrationMap(from, to, MigrationMap.Propose(from, to));
        Assert.Empty(StateMigration.Check(map, instance.State));

        var state = StateMigration.Apply(map, instance.State, new EngineCommand(Guid.NewGuid(), new SetVariables(Instance.Dictionary())), "p 2", Instance.Now).State;
        foreach (var node in new[] { "m", "m", "n", "z" })
        {
            var token = state.Tokens.First(t => t.Node == node && t.State == TokenState.Task);
            state = ProcessEngine.Step(to, state, new EngineCommand(Guid.NewGuid(), new CompleteTask(token.Id, "approve")), Instance.Now).State;
        }

        Assert.Equal(InstanceStatus.Completed, state.Status);
    }

    private static List<(string, string)> Problems(Instance instance, string target, params (string From, string To)[] mapping)
    {
        var to = Bpmn.Compile(target);
        var elements = mapping.Length == 0 ? MigrationMap.Propose(instance.Definition, to) : mapping.ToDictionary(m => m.From, m => m.To);
        return [.. StateMigration.Check(new MigrationMap(instance.Definition, to, elements), instance.State).Select(p => (p.Code, p.Element))];
    }
}
