using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ReadFigures;
using OneStop.Approvals.Features.ReadWay;
using OneStop.Approvals.Tests.Office;
using OneStop.Kernel.Time;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

public sealed class WayTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Way_OfARunningDossier_ShowsWhatItPassedAndWhereItStands()
    {
        var dossier = await office.AcceptAsync();
        office.Clock.Advance(TimeSpan.FromHours(2));
        var passed = await office.CompleteOpenAsync(dossier);
        var here = await office.OpenTaskAsync(dossier);

        var way = await office.DoAs(office.HolderOf(here), new ReadWayQuery(dossier));

        Assert.Contains(passed.Element, way.Passed);
        Assert.Contains(here.Element, way.Standing);
        Assert.NotEmpty(way.Flows);
        Assert.Equal(120, way.Steps.Single(s => s.Element == passed.Element).UsedMinutes);
        Assert.Null(way.Steps.Single(s => s.Element == here.Element).ClosedAt);
    }

    [Fact]
    public async Task Way_IsHiddenFromThoseWithoutATaskOnIt()
    {
        var dossier = await office.AcceptAsync();

        Assert.Equal(ApprovalErrors.InstanceMissing, (await office.SendAs(TestCallers.RecordsClerk(TestCallers.District), new ReadWayQuery(dossier))).Error.Code);
        Assert.Equal(ApprovalErrors.InstanceMissing, (await office.SendAs(TestCallers.Inspector(), new ReadWayQuery(Guid.NewGuid()))).Error.Code);
        Assert.True((await office.SendAs(TestCallers.Inspector(), new ReadWayQuery(dossier))).IsSuccess);
    }

    [Fact]
    public async Task Figures_CountTimeAndLatenessOfEachStepInThePeriod()
    {
        var before = office.Clock.Now.VietnamDate();
        var first = await office.AcceptAsync("1.013170");
        var task = await office.OpenTaskAsync(first);
        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.CompleteAsync(task);
        var second = await office.AcceptAsync("1.013170");
        var slow = await office.OpenTaskAsync(second, task.Element);
        office.Clock.Advance(TimeSpan.FromDays(60));
        await office.CompleteAsync(slow);
        var today = office.Clock.Now.VietnamDate();

        var all = await office.DoAs(TestCallers.ProcessAdmin(), new ReadFiguresQuery(task.ProcessVersionId, before, today));
        var early = await office.DoAs(TestCallers.ProcessAdmin(), new ReadFiguresQuery(task.ProcessVersionId, before, before));

        var step = all.Steps.Single(s => s.Element == task.Element);
        Assert.Equal((2, 1, 60 * 24 * 60), (step.Closed, step.Late, step.LongestMinutes));
        Assert.Equal((60 + 60 * 24 * 60) / 2.0, step.AverageMinutes);
        Assert.Contains(all.Steps, s => s.Open > 0 && s.OpenLate > 0);
        Assert.Equal(1, early.Steps.Single(s => s.Element == task.Element).Closed);
        Assert.Equal(ApprovalErrors.VersionMissing, (await office.SendAs(TestCallers.ProcessAdmin(), new ReadFiguresQuery(Guid.NewGuid(), before, today))).Error.Code);
    }

    [Fact]
    public async Task Figures_OfAStepDoneOrStandingOnItsLastDay_DoNotCallItLate()
    {
        var first = await office.OpenTaskAsync(await office.AcceptAsync("1.013225"));
        var lateBefore = await OfAsync(first);

        // One minute before the hour or day of the date is over: past the moment, and on time.
        office.Clock.SetTo(first.LateAt!.Value.AddMinutes(-1));
        Assert.True(office.Clock.Now > first.DueAt);
        Assert.Equal(lateBefore.OpenLate, (await OfAsync(first)).OpenLate);
        await office.CompleteAsync(first);
        Assert.Equal(lateBefore.Late, (await OfAsync(first)).Late);

        var second = await office.OpenTaskAsync(await office.AcceptAsync("1.013225"));
        office.Clock.SetTo(second.LateAt!.Value);
        Assert.Equal(lateBefore.OpenLate + 1, (await OfAsync(second)).OpenLate);
        await office.CompleteAsync(second);
        Assert.Equal((lateBefore.Late + 1, lateBefore.OpenLate), ((await OfAsync(second)).Late, (await OfAsync(second)).OpenLate));

        async Task<StepFigures> OfAsync(WorkTask task)
        {
            var today = office.Clock.Now.VietnamDate();
            var found = await office.DoAs(TestCallers.ProcessAdmin(), new ReadFiguresQuery(task.ProcessVersionId, today.AddDays(-60), today));
            return found.Steps.Single(s => s.Element == task.Element);
        }
    }
}
