using System.Globalization;
using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Tests.Engine;

public sealed class ProcessEngineTests
{
    private const string Start = """<startEvent id="s"/>""";
    private const string End = """<endEvent id="e"/>""";
    private static readonly string Fork =
        Start + End + Bpmn.Users("a", "b", "c", "d") + """<parallelGateway id="f"/><parallelGateway id="j"/>"""
        + Bpmn.Flows("s", "a", "f", "b", "j", "d", "e") + Bpmn.Flows("f", "c", "j");

    [Fact]
    public void Complete_LastTask_EndsInstance()
    {
        var instance = Instance.Start(Start + Bpmn.Users("a", "b") + End + Bpmn.Flows("s", "a", "b", "e"));

        instance.Complete("a").Complete("b");

        Assert.Equal(InstanceStatus.Completed, instance.State.Status);
        Assert.Equal("completed", instance.Messages.OfType<InstanceEnded>().Single().Outcome);
        Assert.Equal(Enumerable.Range(1, instance.History.Count), instance.History.Select(entry => entry.Number));
    }

    [Fact]
    public void Step_SameCommandTwice_ChangesNothing()
    {
        var instance = Instance.Start(Start + Bpmn.Users("a", "b") + End + Bpmn.Flows("s", "a", "b", "e"));
        var command = Guid.NewGuid();
        var complete = new CompleteTask(instance.At("a").Id, "approve");

        var first = instance.Send(complete, command);
        var second = instance.Send(complete, command);

        Assert.Equal((Refusal.None, Refusal.AlreadyApplied), (first, second));
        Assert.Equal(["b"], instance.OpenSteps);
    }

    [Fact]
    public void Complete_TaskAlreadyDone_IsGone()
    {
        var instance = Instance.Start(Start + Bpmn.Users("a", "b") + End + Bpmn.Flows("s", "a", "b", "e"));
        var token = instance.At("a").Id;
        instance.Complete("a");

        Assert.Equal(Refusal.Gone, instance.Send(new CompleteTask(token, "approve")));
    }

    [Fact]
    public void Complete_ButtonTheStepDoesNotName_IsRefused()
    {
        var instance = Instance.Start(Start + """
            <userTask id="a"><extensionElements><os:action kind="approve" key="ok" label="Đồng ý"/></extensionElements></userTask>
            """ + End + Bpmn.Flows("s", "a", "e"));

        Assert.Equal(Refusal.UnknownAction, instance.Send(new CompleteTask(instance.At("a").Id, "approve")));
        Assert.Equal(Refusal.None, instance.Send(new CompleteTask(instance.At("a").Id, "ok")));
    }

    [Theory]
    [InlineData(50, "small")]
    [InlineData(500, "big")]
    [InlineData(5000, "other")]
    public void ExclusiveGateway_TakesFirstTrueFlowOrDefault(int amount, string expected)
    {
        var instance = Instance.Start(
            Start + """<exclusiveGateway id="g" default="g-other"/>""" + Bpmn.Users("small", "big", "other") + Bpmn.Flow("s", "g")
            + Bpmn.Flow("g", "small", "amount < 100") + Bpmn.Flow("g", "big", "amount < 1000") + Bpmn.Flow("g", "other"),
            ("amount", (decimal)amount));

        Assert.Equal([expected], instance.OpenSteps);
    }

    [Fact]
    public void ExclusiveGateway_NoTrueConditionAndNoDefault_RaisesIncidentThatRetryMends()
    {
        var instance = Instance.Start(
            Start + """<exclusiveGateway id="g"/>""" + Bpmn.Users("x") + Bpmn.Flow("s", "g") + Bpmn.Flow("g", "x", "ready"));

        var incident = instance.Messages.OfType<IncidentRaised>().Single();
        Assert.Equal((Incidents.NoWayOut, "g"), (incident.Code, incident.Node));
        Assert.Equal(InstanceStatus.Running, instance.State.Status);

        Assert.Equal(Refusal.None, instance.Send(new Retry(incident.Token, Instance.Dictionary(("ready", true)))));
        Assert.Equal(["x"], instance.OpenSteps);
    }

    [Fact]
    public void Task_NoFlowOutHolds_RetryLeavesWithoutDoingTheTaskAgain()
    {
        var instance = Instance.Start(Start + Bpmn.Users("a", "x") + Bpmn.Flow("s", "a") + Bpmn.Flow("a", "x", "ready"));
        instance.Complete("a");

        instance.Send(new Retry(instance.At("a").Id, Instance.Dictionary(("ready", true))));

        Assert.Equal(["x"], instance.OpenSteps);
        Assert.Single(instance.History, entry => entry.Kind == HistoryKind.Completed);
    }

    [Fact]
    public void ParallelGateway_JoinsOnlyWhenEveryBranchArrived()
    {
        var instance = Instance.Start(Fork).Complete("a");
        Assert.Equal(["b", "c"], instance.OpenSteps);

        instance.Complete("b");
        Assert.Equal(["c"], instance.OpenSteps);

        instance.Complete("c");
        Assert.Equal(["d"], instance.OpenSteps);
        Assert.Single(instance.History, entry => entry.Kind == HistoryKind.Entered && entry.Node == "d");
    }

    [Fact]
    public void ParallelJoin_TwoTokensOnOneFlow_WaitsForTheOther()
    {
        // An exclusive merge before the join lets two tokens come by the same flow; the join must not count them as two branches.
        var instance = Instance.Start(
            Start + Bpmn.Users("a", "b", "c", "d") + """<parallelGateway id="f"/><exclusiveGateway id="m"/><parallelGateway id="j"/>"""
            + Bpmn.Flows("s", "f", "a", "m", "j", "d") + Bpmn.Flows("f", "b", "m") + Bpmn.Flows("f", "c", "j"));

        instance.Complete("a").Complete("b");
        Assert.Equal(["c"], instance.OpenSteps);

        instance.Complete("c");
        Assert.Equal(["d"], instance.OpenSteps);
        Assert.Single(instance.State.Tokens, token => token.State == TokenState.Join);
    }

    [Fact]
    public void SendBack_BeforeFork_TakesSiblingBranchAlong()
    {
        var instance = Instance.Start(Fork).Complete("a").Complete("b");

        Assert.Equal(Refusal.None, instance.Send(new SendBack(instance.At("c").Id, "a")));

        Assert.Equal(["a"], instance.OpenSteps);
        Assert.Single(instance.State.Tokens);
        instance.Complete("a").Complete("b").Complete("c").Complete("d");
        Assert.Equal(InstanceStatus.Completed, instance.State.Status);
    }

    [Fact]
    public void SendBack_InsideBranch_LeavesSiblingAlone()
    {
        var instance = Instance.Start(
            Start + End + Bpmn.Users("b1", "b2", "c") + """<parallelGateway id="f"/><parallelGateway id="j"/>"""
            + Bpmn.Flows("s", "f", "b1", "b2", "j", "e") + Bpmn.Flows("f", "c", "j")).Complete("b1");

        Assert.Equal(Refusal.None, instance.Send(new SendBack(instance.At("b2").Id, "b1")));

        Assert.Equal(["b1", "c"], instance.OpenSteps);
    }

    [Fact]
    public void SendBack_ToStepNotPassed_IsRefused()
    {
        var instance = Instance.Start(Fork).Complete("a");

        Assert.Equal(Refusal.NotAnEarlierStep, instance.Send(new SendBack(instance.At("b").Id, "d")));
        Assert.Equal(Refusal.NotAnEarlierStep, instance.Send(new SendBack(instance.At("b").Id, "c")));
    }

    [Fact]
    public void Suspend_StopsTimersAndResumeStartsThemAgain()
    {
        var instance = Instance.Start(Start + End + Bpmn.Users("a", "late") + Boundary("a", "PT8H", interrupting: false) + Bpmn.Flows("s", "a", "e")
            + Bpmn.Flows("t", "late", "e"));
        var first = instance.Jobs.OfType<StartTimer>().Single();

        instance.Send(new Suspend(instance.At("a").Id, "supplement"));
        Assert.Contains(new CancelTimer(first.Timer), instance.Jobs);
        Assert.Equal(Refusal.Gone, instance.Send(new CompleteTask(instance.At("a").Id, "approve")));

        Assert.Equal(Refusal.NothingWaits, instance.Send(new Resume("withdrawal", Instance.Dictionary())));
        Assert.Equal(Refusal.None, instance.Send(new Resume("supplement", Instance.Dictionary())));
        Assert.Equal(2, instance.Jobs.OfType<StartTimer>().Count());
        Assert.Equal(["a"], instance.OpenSteps);
    }

    [Fact]
    public void InterruptingTimer_ClosesTaskAndGoesItsOwnWay()
    {
        var instance = Instance.Start(Start + End + Bpmn.Users("a", "late") + Boundary("a", "PT8H", interrupting: true) + Bpmn.Flows("s", "a", "e")
            + Bpmn.Flows("t", "late", "e"));
        var timer = instance.Jobs.OfType<StartTimer>().Single();
        Assert.Equal((TimeSpan.FromHours(8), true), (timer.After, timer.WorkingTime));

        Assert.Equal(Refusal.None, instance.Send(new FireTimer(timer.Timer)));

        Assert.Equal(["late"], instance.OpenSteps);
        Assert.Equal(ClosedBy.Timer, instance.Messages.OfType<StepClosed>().Single().By);
        Assert.Equal(Refusal.Gone, instance.Send(new FireTimer(timer.Timer)));
    }

    [Fact]
    public void NonInterruptingCycle_FiresAsOftenAsItSays()
    {
        var instance = Instance.Start(Start + End + """
            <userTask id="a"/><userTask id="remind"/>
            <boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>R2/PT4H</timeCycle></timerEventDefinition></boundaryEvent>
            """ + Bpmn.Flows("s", "a", "e") + Bpmn.Flows("t", "remind", "e"));

        Assert.Equal(Refusal.None, instance.Send(new FireTimer(instance.Jobs.OfType<StartTimer>().Last().Timer)));
        Assert.Equal(Refusal.None, instance.Send(new FireTimer(instance.Jobs.OfType<StartTimer>().Last().Timer)));

        Assert.Equal(2, instance.Jobs.OfType<StartTimer>().Count());
        Assert.Equal(["a", "remind", "remind"], instance.OpenSteps);
    }

    [Theory]
    [InlineData("R/P1M", "28/02 31/03 30/04 31/05")]
    [InlineData("R3/P1M", "28/02 31/03 30/04")]
    [InlineData("R3/2026-03-31T01:00:00Z/P1M", "31/03 30/04 31/05")]
    [InlineData("R2/P1MT1H", "28/02 31/03")]
    public void MonthlyCycle_FromThe31st_KeepsToItWhereTheMonthHasOne(string cycle, string days)
    {
        var instance = Reminding(cycle);

        var seen = new List<DateTimeOffset>();
        for (var fired = 0; instance.State.Timers.Length > 0 && fired < 4; fired++)
        {
            instance.Moment = instance.Jobs.OfType<StartTimer>().Last().At!.Value;
            seen.Add(instance.Moment.ToOffset(TimeSpan.FromHours(7)));
            // A worker that is a little late moves no date.
            instance.Moment += TimeSpan.FromMinutes(3);
            Assert.Equal(Refusal.None, instance.Send(new FireTimer(instance.State.Timers[0].Id)));
        }

        Assert.Equal(days, string.Join(' ', seen.Select(at => at.ToString("dd/MM", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void MonthlyCycle_MissedForMonths_ComesOnceAndGoesOnFromItsFirstDate()
    {
        var instance = Reminding("R6/P1M");
        instance.Moment = new DateTimeOffset(2026, 5, 10, 8, 0, 0, TimeSpan.FromHours(7));

        Assert.Equal(Refusal.None, instance.Send(new FireTimer(instance.State.Timers[0].Id)));

        Assert.Equal(["a", "remind"], instance.OpenSteps);
        Assert.Equal(new DateTimeOffset(2026, 5, 31, 8, 0, 0, TimeSpan.FromHours(7)), instance.Jobs.OfType<StartTimer>().Last().At);
        Assert.Equal(3, instance.State.Timers[0].Left);
    }

    // A task that came on 31 January and reminds beside it.
    private static Instance Reminding(string cycle)
    {
        var instance = new Instance(Bpmn.Compile(Start + End + $"""
            <userTask id="a"/><userTask id="remind"/>
            <boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>{cycle}</timeCycle></timerEventDefinition></boundaryEvent>
            """ + Bpmn.Flows("s", "a", "e") + Bpmn.Flows("t", "remind", "e"))) { Moment = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(7)) };
        Assert.Equal(Refusal.None, instance.Send(new StartInstance(Instance.Dictionary())));
        return instance;
    }

    [Fact]
    public void MessageWait_GoesOnByItsOwnMessageOnly()
    {
        var definition = Bpmn.Compile(
            Start + """<receiveTask id="w" messageRef="m1"/>""" + Bpmn.Users("a") + Bpmn.Flows("s", "w", "a"),
            """<message id="m1" name="payment.settled"/>""");
        var instance = Instance.Start(definition);

        Assert.Equal(Refusal.NothingWaits, instance.Send(new Deliver("other", Instance.Dictionary())));
        Assert.Equal(Refusal.None, instance.Send(new Deliver("payment.settled", Instance.Dictionary(("paid", 5000m)))));

        Assert.Equal(["a"], instance.OpenSteps);
        Assert.Equal(5000m, instance.State.Variables["paid"]);
    }

    [Fact]
    public void ServiceTask_Failure_IsAnIncidentAndRetryRunsItAgain()
    {
        var instance = Instance.Start(Start + """
            <serviceTask id="v"><extensionElements><os:service name="x.y"/></extensionElements></serviceTask>
            """ + Bpmn.Users("a") + Bpmn.Flows("s", "v", "a"));
        var job = instance.Jobs.OfType<RunService>().Single();

        instance.Send(new ServiceFailed(job.Token, "service.down", "no answer"));
        Assert.Equal("service.down", instance.Messages.OfType<IncidentRaised>().Single().Code);
        instance.Send(new Retry(job.Token, Instance.Dictionary()));
        instance.Send(new ServiceDone(instance.Jobs.OfType<RunService>().Last().Token, Instance.Dictionary()));

        Assert.Equal(["a"], instance.OpenSteps);
    }

    [Fact]
    public void Loop_WithoutWait_StopsWithIncident()
    {
        var instance = Instance.Start(Start + """<exclusiveGateway id="g"/><task id="x"/>""" + Bpmn.Flows("s", "g", "x", "g"));

        Assert.Equal(Incidents.EndlessLoop, instance.Messages.OfType<IncidentRaised>().Single().Code);
    }

    [Fact]
    public void Terminate_WithdrawsEverythingOpen()
    {
        var instance = Instance.Start(Fork).Complete("a");

        instance.Send(new Terminate("withdrawn"));

        Assert.Equal((InstanceStatus.Terminated, "withdrawn"), (instance.State.Status, instance.State.Outcome));
        Assert.Empty(instance.State.Tokens);
        Assert.Equal(2, instance.Messages.OfType<StepClosed>().Count(m => m.By == ClosedBy.Withdrawn));
        Assert.Equal(Refusal.InstanceEnded, instance.Send(new Resume("supplement", Instance.Dictionary())));
    }

    [Fact]
    public void TerminateEnd_StopsTheOtherBranch()
    {
        var instance = Instance.Start(
            Start + Bpmn.Users("a", "b") + """<parallelGateway id="f"/><endEvent id="stop"><terminateEventDefinition/></endEvent><endEvent id="e"/>"""
            + Bpmn.Flows("s", "f", "a", "stop") + Bpmn.Flows("f", "b", "e"));

        instance.Complete("a");

        Assert.Equal(InstanceStatus.Terminated, instance.State.Status);
    }

    [Fact]
    public void State_WrittenBeforeThereWereScopes_IsReadAndGoesOn()
    {
        const string stored = """
            {"status":"Running","lastId":2,"lastHistory":4,"tokens":[{"id":1,"node":"a","flow":"s-a","state":"Task","since":"2025-03-03T08:00:00+07:00"}],
            "timers":[{"id":2,"token":1,"node":"t"}],"variables":{"dossier.channel":"online"},"visited":[]}
            """;
        var definition = Bpmn.Compile(Start + End + Bpmn.Users("a", "late") + Boundary("a", "PT8H", interrupting: true) + Bpmn.Flows("s", "a", "e") + Bpmn.Flows("t", "late", "e"));

        var result = ProcessEngine.Step(definition, StateJson.Read(stored), new EngineCommand(Guid.NewGuid(), new CompleteTask(1, "approve")), Instance.Now);

        Assert.Equal((Refusal.None, InstanceStatus.Completed), (result.Refusal, result.State.Status));
        Assert.Contains(new CancelTimer(2), result.Jobs);
        Assert.Equal("online", result.State.Variables["dossier.channel"]);
    }

    [Fact]
    public void NextWaits_LooksThroughGateways()
    {
        var definition = Bpmn.Compile(Fork);

        Assert.Equal(["b", "c"], definition.NextWaits(definition["a"]).Select(node => node.Id));
    }

    private static string Boundary(string host, string duration, bool interrupting) => $"""
        <boundaryEvent id="t" attachedToRef="{host}" cancelActivity="{(interrupting ? "true" : "false")}">
          <extensionElements><os:timer clock="working"/></extensionElements>
          <timerEventDefinition><timeDuration>{duration}</timeDuration></timerEventDefinition>
        </boundaryEvent>
        """;
}
