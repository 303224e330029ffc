using OneStop.Approvals.Contracts;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Features.ListTasks;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Features.ReadTaskStatus;
using OneStop.Approvals.Features.ReassignTask;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>Each step tried by everybody: only who holds its role in its unit gets in.</summary>
public sealed class AccessTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    [Theory]
    [InlineData("xa_tham_tra", Roles.Officer)]
    [InlineData("xa_ky", Roles.AgencyLeader)]
    [InlineData("huyen_tiep_nhan", Roles.DeskClerk)]
    [InlineData("huyen_duyet", Roles.DepartmentHead)]
    [InlineData("tinh_ky", Roles.AgencyLeader)]
    [InlineData("van_thu", Roles.RecordsClerk)]
    public async Task Complete_ByAnyoneButTheStepsRoleInTheStepsUnit_IsRefused(string element, string role)
    {
        var dossier = await office.AcceptAsync();
        while ((await office.OpenTaskAsync(dossier)).Element != element)
            await office.CompleteOpenAsync(dossier);
        var task = await office.OpenTaskAsync(dossier);
        var elsewhere = new TestPlace(Guid.NewGuid(), "/H26/H26.9/");
        var intruders = TestCallers.OneOfEach(new TestPlace(task.AgencyId, task.AgencyPath, task.DepartmentId))
            .Where(pair => pair.Key != role).Select(pair => pair.Value)
            .Append(TestCallers.Staff("Người nơi khác", role, Reach.UnitAndBelow, elsewhere))
            .Append(TestCallers.Staff("Cấp trên", role, Reach.Province, new TestPlace(Guid.NewGuid(), "/H26/")));

        foreach (var intruder in intruders)
        {
            var result = await office.CompleteAsync(task, intruder);
            Assert.True(result.IsFailure, intruder.Name);
            Assert.True(result.Error.Kind is ErrorKind.Forbidden or ErrorKind.NotFound, $"{intruder.Name}: {result.Error.Code}");
        }

        Assert.Equal(task.Id, (await office.OpenTaskAsync(dossier)).Id);
        Assert.True((await office.CompleteAsync(task)).IsSuccess);
    }

    [Fact]
    public async Task ReadTaskStatus_TellsColleaguesWhoDidTheStepAndOthersNothing()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var doer = office.HolderOf(task);
        var place = new TestPlace(task.AgencyId, task.AgencyPath, task.DepartmentId);
        Assert.Equal(TaskState.Open, (await office.DoAs(TestCallers.Officer(place), new ReadTaskStatusQuery(task.Id))).State);

        Assert.True((await office.CompleteAsync(task, doer)).IsSuccess);

        var now = await office.DoAs(TestCallers.Officer(place), new ReadTaskStatusQuery(task.Id));
        Assert.Equal((TaskState.Done, doer.Name, office.Clock.Now), (now.State, now.ClosedByName, now.ClosedAt));
        foreach (var stranger in new[] { TestCallers.Officer(new TestPlace(Guid.NewGuid(), "/H26/H26.9/")), TestCallers.DeskClerk(place), TestCallers.UnitAdmin(place), TestCallers.Inspector(), TestCallers.Citizen() })
            Assert.True((await office.SendAs(stranger, new ReadTaskStatusQuery(task.Id))).Error.Kind is ErrorKind.Forbidden or ErrorKind.NotFound, stranger.Name);
    }

    [Fact]
    public async Task Read_ByWhoHasNoWorkOnTheDossier_LooksAsIfItDidNotExist()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var place = new TestPlace(task.AgencyId, task.AgencyPath, task.DepartmentId);
        var readings = office.Dossiers.Readings.Count;

        foreach (var caller in new[] { TestCallers.SystemAdmin(), TestCallers.Inspector(), TestCallers.UnitAdmin(place), TestCallers.DeskClerk(place), TestCallers.Citizen() })
            Assert.True((await office.SendAs(caller, new ReadTaskQuery(task.Id))).IsFailure, caller.Name);
        Assert.Equal(readings, office.Dossiers.Readings.Count);
        foreach (var caller in new[] { TestCallers.Officer(place), TestCallers.DepartmentHead(place), TestCallers.AgencyLeader(place) })
            Assert.True((await office.SendAs(caller, new ReadTaskQuery(task.Id))).IsSuccess, caller.Name);
        Assert.Contains(office.Dossiers.Readings, r => r == (dossier, task.StepName));
    }

    [Fact]
    public async Task Read_AfterTheWork_IsLeftToWhoDidIt()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var officer = office.HolderOf(task);
        await office.CompleteAsync(task, officer);

        Assert.True(await office.AskAsync<ITaskAccess, bool>(a => a.MayReadAsync(officer, dossier, default)));
        Assert.False(await office.AskAsync<ITaskAccess, bool>(a => a.MayReadAsync(TestCallers.RecordsClerk(TestCallers.City), dossier, default)));
        Assert.False(await office.AskAsync<ITaskAccess, bool>(a => a.MayReadAsync(TestCallers.SystemAdmin(), dossier, default)));
        Assert.False(await office.AskAsync<ITaskAccess, bool>(a => a.MayReadAsync(TestCallers.Citizen(), dossier, default)));
    }

    [Fact]
    public async Task Reassign_ByAHeadOfAnotherDepartmentOrAnOfficer_IsRefused()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var colleague = office.HolderOf(task);
        var otherHead = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng khác", FakeOrganisation.WardSecondDepartment);

        foreach (var caller in new[] { otherHead, colleague, TestCallers.Inspector() })
            Assert.True((await office.SendAs(caller, new ReassignTaskCommand(task.Id, Guid.NewGuid(), colleague.Id, "Giao việc"))).IsFailure, caller.Name);
    }

    [Fact]
    public async Task Inbox_ShowsWorkOfOwnPostsOnly()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var place = new TestPlace(task.AgencyId, task.AgencyPath, task.DepartmentId);

        Assert.Contains((await office.DoAs(TestCallers.Officer(place), new ListTasksQuery())).Page.Items, t => t.Id == task.Id);
        Assert.Contains((await office.DoAs(TestCallers.DepartmentHead(place), new ListTasksQuery(Unit: true))).Page.Items, t => t.Id == task.Id);
        Assert.DoesNotContain((await office.DoAs(TestCallers.DeskClerk(place), new ListTasksQuery(Unit: true))).Page.Items, t => t.Id == task.Id);
        Assert.Equal(CommonErrors.NotAllowed, (await office.SendAs(TestCallers.Inspector(), new ListTasksQuery())).Error.Code);
    }

    [Fact]
    public async Task Complete_WithNulOrEndlessComment_IsInvalid()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);

        foreach (var comment in new[] { "a\0b", new string('x', 100_000) })
        {
            var result = await office.SendAs(office.HolderOf(task), new CompleteTaskCommand(task.Id, Guid.NewGuid(), "approve", comment, new Dictionary<string, string>()));
            Assert.Equal(("Comment", ErrorKind.Invalid), (result.Error.Field, result.Error.Kind));
        }
    }
}
