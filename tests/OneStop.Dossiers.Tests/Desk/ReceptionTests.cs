using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ListReception;
using OneStop.Dossiers.Features.ReadFileAsStaff;
using OneStop.Dossiers.Features.ReadStatutoryForm;
using OneStop.Dossiers.Features.ReviewDossier;
using OneStop.Dossiers.Features.SaveReceptionSheet;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class ReceptionTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    [Fact]
    public async Task Queue_ShowsTheDesksOwnOldestFirstAndMarksLateAnswers()
    {
        var place = new TestPlace(Guid.NewGuid(), "/H26/H26.1/H26.1.7/");
        var agency = DeskSystem.Ward with { Id = place.AgencyId, Path = place.AgencyPath, Code = "H26.1.7" };
        var late = await system.FileAsync(agency, "Phạm Văn Trễ");
        system.Clock.Advance(TimeSpan.FromHours(9));
        var fresh = await system.FileAsync(agency, "Đỗ Thị Mới");
        await system.FileAsync();

        var queue = await system.DoAs(TestCallers.DeskClerk(place), new ListReception(null, null, null));

        Assert.Equal([late, fresh], queue.Page.Items.Select(r => r.Id));
        Assert.Equal([true, false], queue.Page.Items.Select(r => r.IsLate));
        Assert.Equal(2, queue.Counts[ReceptionViews.Waiting]);
    }

    [Theory]
    [InlineData("pham van tre")]
    [InlineData("PHẠM VĂN")]
    public async Task Queue_Searched_ForgivesDiacriticsAndCase(string search)
    {
        var place = new TestPlace(Guid.NewGuid(), $"/H26/H26.1/{Guid.NewGuid():N}/");
        var agency = DeskSystem.Ward with { Id = place.AgencyId, Path = place.AgencyPath };
        var wanted = await system.FileAsync(agency, "Phạm Văn Trễ");
        await system.FileAsync(agency, "Đỗ Thị Mới");

        var queue = await system.DoAs(TestCallers.DeskClerk(place), new ListReception(null, search, null));

        Assert.Equal(wanted, Assert.Single(queue.Page.Items).Id);
    }

    [Fact]
    public async Task Queue_LongerThanAPage_GoesOnWithoutGapsOrRepeats()
    {
        var place = new TestPlace(Guid.NewGuid(), "/H26/H26.1/H26.1.8/");
        var agency = DeskSystem.Ward with { Id = place.AgencyId, Path = place.AgencyPath };
        var filed = new List<Guid>();
        for (var i = 0; i < 30; i++)
            filed.Add(await system.FileAsync(agency));
        var clerk = TestCallers.DeskClerk(place);

        var first = await system.DoAs(clerk, new ListReception(null, null, null));
        var rest = await system.DoAs(clerk, new ListReception(null, null, first.Page.Next));

        Assert.Null(rest.Page.Next);
        Assert.Equal(filed.Order(), first.Page.Items.Concat(rest.Page.Items).Select(r => r.Id).Order());
    }

    [Fact]
    public async Task Review_ReadsFactsInWordsMasksTheNumberAndLeavesARecord()
    {
        var id = await system.FileAsync();

        var review = await system.DoAs(system.Clerk, new ReviewDossier(id));

        Assert.Equal("••••••••2345", review.Facts.Applicant.CitizenNumberMasked);
        Assert.Equal("Người khuyết tật", Assert.Single(review.Facts.Answers).Value);
        Assert.Equal(2, review.Papers.Count);
        Assert.Equal(system.Clock.Now.AddDays(22), review.Due!.DueAt);
        Assert.Contains(await AccessAsync(id), a => a.AccountId == system.Clerk.Id);
    }

    [Fact]
    public async Task Sheet_SavedWhileTyping_IsThereAgainForThatClerkOnly()
    {
        var id = await system.FileAsync();
        var entries = new ReceptionEntries([new PaperCheck("to-khai", PaperFinding.Wrong, "Thiếu chữ ký")], "supplement", "Ký tờ khai", null, "5/3", null, null, null, null);

        await system.DoAs(system.Clerk, new SaveReceptionSheet(id, entries));

        Assert.Equal("Thiếu chữ ký", Assert.Single((await system.DoAs(system.Clerk, new ReviewDossier(id))).Typed!.Checks).Note);
        Assert.Null((await system.DoAs(TestCallers.DeskClerk(), new ReviewDossier(id))).Typed);
    }

    [Fact]
    public async Task Form_AskedForBeforeItIsKept_IsDrawnAtOnce()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);

        var before = await system.DoAs(system.Clerk, new ReadStatutoryForm(id, "mau-01"));
        var unknown = await system.SendAs(system.Clerk, new ReadStatutoryForm(id, "mau-99"));

        Assert.Equal((byte)'%', before.Content.ReadByte());
        Assert.Equal(ErrorKind.NotFound, unknown.Error.Kind);
    }

    [Fact]
    public async Task Files_AreForTheUnitAndTheInspectorNeverForATechnicalAdministrator()
    {
        var id = await system.FileAsync();
        var file = (await system.ReadAsync(id)).Files[0].Id;
        string[] mayRead = [Roles.DeskClerk, Roles.Officer, Roles.DepartmentHead, Roles.AgencyLeader, Roles.RecordsClerk, Roles.Accountant, Roles.Inspector];

        foreach (var (role, caller) in TestCallers.OneOfEach())
            Assert.True(mayRead.Contains(role) == (await system.SendAs(caller, new ReadFileAsStaff(file))).IsSuccess, role);
        Assert.True((await system.SendAs(TestCallers.Officer(TestCallers.District), new ReadFileAsStaff(file))).IsFailure);
        Assert.Contains(await AccessAsync(id), a => a.Title == "Thanh tra viên");
    }

    [Fact]
    public async Task Directory_ReadByAnOfficer_RecordsThePurpose()
    {
        var id = await system.FileAsync();
        var officer = TestCallers.Officer();

        var read = await system.AskAsync<IDossierDirectory, Result<DossierForOfficer>>(d => d.ReadForOfficerAsync(id, "Thẩm định", CancellationToken.None), officer);

        Assert.True(read.IsSuccess);
        Assert.Contains(await AccessAsync(id), a => a.Purpose == "Thẩm định" && a.AccountId == officer.Id);
    }

    [Fact]
    public async Task Queue_ByAnyoneButADeskClerk_IsForbidden()
    {
        foreach (var (role, caller) in TestCallers.OneOfEach().Where(c => c.Key != Roles.DeskClerk))
        {
            Assert.True((await system.SendAs(caller, new ListReception(null, null, null))).IsFailure, role);
            Assert.True((await system.SendAs(caller, new ReviewDossier(Guid.NewGuid()))).IsFailure, role);
        }
    }

    private Task<List<AccessRecord>> AccessAsync(Guid id) =>
        system.AskAsync<DossiersDbContext, List<AccessRecord>>(c => c.AccessRecords.Where(a => a.DossierId == id).ToListAsync());
}
