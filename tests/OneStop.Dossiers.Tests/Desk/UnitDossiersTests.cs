using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReadUnitDossier;
using OneStop.Dossiers.Features.SearchUnitDossiers;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class UnitDossiersTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    private static readonly string[] Readers =
        [Roles.DeskClerk, Roles.Officer, Roles.DepartmentHead, Roles.AgencyLeader, Roles.RecordsClerk, Roles.Accountant, Roles.Inspector];

    [Fact]
    public async Task Search_ByEachRole_IsForCaseWorkersAndInspectorsOnly()
    {
        var id = await system.FileAsync();

        foreach (var (role, caller) in TestCallers.OneOfEach())
        {
            var list = await system.SendAs(caller, new SearchUnitDossiers(null, null));
            var one = await system.SendAs(caller, new ReadUnitDossier(id));
            Assert.True(Readers.Contains(role) == list.IsSuccess && list.IsSuccess == one.IsSuccess, role);
        }
    }

    [Fact]
    public async Task Search_SeesTheUnitThoseBelowOrTheProvinceAsThePostReaches()
    {
        var name = $"Người {Guid.NewGuid():N}";
        await system.FileAsync(applicant: name);
        await system.FileAsync(DeskSystem.Ward with { Id = Guid.NewGuid(), Path = "/H26/H26.1/H26.1.9/" }, name);
        await system.FileAsync(DeskSystem.Ward with { Id = Guid.NewGuid(), Path = "/H26/H26.2/H26.2.1/" }, name);

        Assert.Equal(1, await CountAsync(TestCallers.Officer(), name));
        Assert.Equal(2, await CountAsync(TestCallers.AgencyLeader(TestCallers.District), name));
        Assert.Equal(3, await CountAsync(TestCallers.Inspector(), name));
        Assert.Equal(0, await CountAsync(TestCallers.Officer(TestCallers.District), name));
    }

    [Fact]
    public async Task Read_ElsewhereWithoutATask_IsNotFoundAndLeavesNoRecord()
    {
        var id = await system.FileAsync();

        var result = await system.SendAs(TestCallers.Officer(TestCallers.District), new ReadUnitDossier(id));

        Assert.Equal(ErrorKind.NotFound, result.Error.Kind);
        Assert.Empty(await AccessAsync(id));
    }

    [Fact]
    public async Task Read_ByAnInspector_IsRecordedAsInspection()
    {
        var id = await system.FileAsync();

        await system.DoAs(TestCallers.Inspector(), new ReadUnitDossier(id));

        Assert.Equal("Kiểm tra, giám sát việc giải quyết hồ sơ", Assert.Single(await AccessAsync(id)).Purpose);
    }

    private async Task<int> CountAsync(OneStop.Kernel.Callers.Caller caller, string name) => (await system.DoAs(caller, new SearchUnitDossiers(name, null))).Items.Count;

    private Task<List<AccessRecord>> AccessAsync(Guid id) =>
        system.AskAsync<DossiersDbContext, List<AccessRecord>>(c => c.AccessRecords.Where(a => a.DossierId == id).ToListAsync());
}
