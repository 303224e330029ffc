using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.DeleteDraft;
using OneStop.Dossiers.Features.ExpireDrafts;
using OneStop.Dossiers.Features.ListMyDossiers;
using OneStop.Dossiers.Features.ListPlaces;
using OneStop.Dossiers.Features.PrepareStart;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Features.RemoveFile;
using OneStop.Dossiers.Features.SaveSection;
using OneStop.Dossiers.Features.StartDossier;
using OneStop.Dossiers.Features.SubmitDossier;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Citizen;

public sealed class FileDossierTests(CitizenSystem system) : IClassFixture<CitizenSystem>
{
    [Fact]
    public async Task Start_TwiceWithOneKey_MakesOneDraft()
    {
        var first = await system.StartAsync("key-of-one-page");
        var second = await system.StartAsync("key-of-one-page");

        Assert.Equal(first, second);
        Assert.NotEqual(first, await system.StartAsync());
    }

    [Fact]
    public async Task Start_AtOnceFromManyTabs_MakesOneDraft()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => system.SendAs(system.Citizen, new StartDossier("1.001193", FilingOrganisation.Competent, null, "raced"))));

        Assert.All(results, r => Assert.True(r.IsSuccess, r.IsFailure ? r.Error.Code : ""));
        Assert.Single(results.Select(r => r.Value).Distinct());
    }

    [Fact]
    public async Task Start_WhatCannotBeFiled_SaysWhy()
    {
        Assert.Equal(DossierErrors.ClosedProcedure, (await system.SendAs(system.Citizen, new StartDossier(FilingCatalogue.Closed, FilingOrganisation.Competent, null, "k1"))).Error.Code);
        Assert.Equal(DossierErrors.UnknownProcedure, (await system.SendAs(system.Citizen, new StartDossier("9.999999", FilingOrganisation.Competent, null, "k2"))).Error.Code);
        Assert.Equal(DossierErrors.NoCompetentUnit, (await system.SendAs(system.Citizen, new StartDossier("1.001193", FilingOrganisation.Orphaned, null, "k3"))).Error.Code);
        Assert.Equal(DossierErrors.UnknownPlace, (await system.SendAs(system.Citizen, new StartDossier("1.001193", "77777", null, "k4"))).Error.Code);
    }

    [Fact]
    public async Task Prepare_ClosedProcedure_TellsTheReason() =>
        Assert.Equal("Đã bãi bỏ", (await system.DoAs(system.Citizen, new PrepareStart(FilingCatalogue.Closed, null, null))).ClosedReason);

    [Fact]
    public async Task ListPlaces_NamesEveryCommuneWithItsDistrictForCitizensAlone()
    {
        Assert.Equal(
            [
                new PlaceRow(FilingOrganisation.Competent, "Phường Phúc Xá", "Quận Ba Đình"), new PlaceRow(FilingOrganisation.Other, "Phường Trúc Bạch", "Quận Ba Đình"),
                new PlaceRow(FilingOrganisation.Orphaned, "Phường Hàng Bạc", "Quận Hoàn Kiếm"),
            ],
            await system.DoAs(system.Citizen, new ListPlaces()));
        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(Caller.Anonymous, new ListPlaces())).Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(TestCallers.SystemAdmin(), new ListPlaces())).Error.Kind);
    }

    [Fact]
    public async Task Draft_Begun_KnowsWhatTheAccountKnows()
    {
        var draft = await system.DraftAsync(await system.StartAsync());

        var applicant = draft.Find(ApplicantForm.SectionKey)!;
        Assert.Equal(PartState.Complete, applicant.State);
        Assert.Equal("Nguyễn Thị An", applicant.Values[ApplicantForm.Name]);
        Assert.Equal(PartState.Empty, draft.Find("child")!.State);
        Assert.False(draft.IsComplete);
    }

    [Fact]
    public async Task Save_WrongAnswers_AreKeptAndTold()
    {
        var id = await system.StartAsync();

        var saved = await system.SaveAsync(id, "child", ("child_name", ""), ("child_birth_date", "31/02/2026"), ("note", "giữ lại"));

        Assert.Equal([FormErrors.Required, FormErrors.NotADate], saved.Value.Errors.Select(e => e.Code));
        var values = (await system.DraftAsync(id)).Find("child")!.Values;
        Assert.Equal("31/02/2026", values["child_birth_date"]);
        Assert.Equal("giữ lại", values["note"]);
    }

    [Fact]
    public async Task Save_HundredThousandCharacters_TellsTheLimitAndLosesNothing()
    {
        var id = await system.StartAsync();
        var text = new string('á', 100_000);

        var saved = await system.SaveAsync(id, "child", ("child_name", "An 🙂"), ("child_birth_date", "02/03/2026"), ("note", text));

        var error = Assert.Single(saved.Value.Errors);
        Assert.Equal(FormErrors.TooLong, error.Code);
        Assert.Equal([5000, 100_000], error.Args!.Cast<int>());
        Assert.Equal(text, (await system.DraftAsync(id)).Find("child")!.Values["note"]);
    }

    [Fact]
    public async Task Save_MoreThanAnyPageHolds_IsRefusedWhole()
    {
        var id = await system.StartAsync();

        var saved = await system.SaveAsync(id, "child", ("note", new string('x', 300_000)));

        Assert.Equal(FormErrors.TooMuchText, saved.Error.Code);
    }

    [Fact]
    public async Task Save_DecomposedTextAndNuls_AreStoredComposedAndClean()
    {
        var id = await system.StartAsync();

        await system.SaveAsync(id, "child", ("child_name", "Nguyễn\0 Minh A\u0301n".Normalize(System.Text.NormalizationForm.FormD)), ("child_birth_date", "02/03/2026"));

        Assert.Equal("Nguyễn Minh Án", (await system.DraftAsync(id)).Find("child")!.Values["child_name"]);
    }

    [Fact]
    public async Task Save_DirectionOverride_IsRefusedAtTheField()
    {
        var id = await system.StartAsync();

        var saved = await system.SaveAsync(id, "child", ("child_name", "An \u202Egnohc"), ("child_birth_date", "02/03/2026"));

        Assert.Equal(FormErrors.DirectionOverride, Assert.Single(saved.Value.Errors).Code);
    }

    [Fact]
    public async Task Submit_WithPartsMissing_NamesEachOfThem()
    {
        var id = await system.StartAsync();

        var sent = await system.SendAs(system.Citizen, new SubmitDossier(id));

        Assert.Equal([DossierErrors.AnswersIncomplete, DossierErrors.ComponentsMissing], sent.Errors.Select(e => e.Code));
    }

    [Fact]
    public async Task Submit_Complete_GivesCodesAndTellsTheOwner()
    {
        var id = await system.CompleteAsync();

        var sent = await system.DoAs(system.Citizen, new SubmitDossier(id));

        var row = await system.RowAsync(id);
        Assert.Equal(DossierStatus.Submitted, row.Status);
        Assert.Equal(sent.TemporaryCode, row.TemporaryCode);
        Assert.Null(row.Code);
        Assert.Equal("Nguyễn Thị An", row.Applicant.Name);
        Assert.DoesNotContain("001190012345", row.Applicant.CitizenNumberProtected, StringComparison.Ordinal);
        var facts = system.Services.GetRequiredService<ProtectedFacts>();
        Assert.Equal(facts.LookupCodeHash(sent.LookupCode), row.LookupCodeHash);
        Assert.Equal("2026-03-02", facts.AnswersOf(row)["child_birth_date"]);
        Assert.DoesNotContain(ApplicantForm.Number, facts.AnswersOf(row).Keys);
        Assert.Contains(await system.RaisedAsync<NotificationRequested>(), n => n.Subject.Vi.Contains(sent.TemporaryCode, StringComparison.Ordinal));
        Assert.Equal(sent.LookupCode, (await system.DoAs(system.Citizen, new ReadMyDossier(id))).LookupCode);
    }

    [Fact]
    public async Task Submit_ManyTimesAtOnce_SendsOnceAndAnswersTheSame()
    {
        var id = await system.CompleteAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => system.SendAs(system.Citizen, new SubmitDossier(id))));

        Assert.All(results, r => Assert.True(r.IsSuccess, r.IsFailure ? r.Error.Code : ""));
        Assert.Single(results.Select(r => r.Value.TemporaryCode).Distinct());
        Assert.Single((await system.RowAsync(id)).History, h => h.Deed == DossierDeed.Submit);
    }

    [Fact]
    public async Task Submit_WhileAPaperIsTakenAway_CountsThePapersAgain()
    {
        var id = await system.CompleteAsync();
        var catalogue = system.Services.GetRequiredService<FilingCatalogue>();
        catalogue.WhileReading = async () =>
        {
            catalogue.WhileReading = null;
            await system.DoAs(system.Citizen, new RemoveFile(id, Assert.Single((await system.RowAsync(id)).Files).Id));
        };

        var sent = await system.SendAs(system.Citizen, new SubmitDossier(id));

        Assert.Equal(DossierErrors.ComponentsMissing, sent.Error.Code);
        Assert.Equal(DossierStatus.Draft, (await system.RowAsync(id)).Status);
    }

    [Fact]
    public async Task Submit_WhenTheProcedureClosedMeanwhile_KeepsTheDraftAndSaysWhy()
    {
        var id = await system.CompleteAsync();
        var catalogue = system.Services.GetRequiredService<FilingCatalogue>();
        catalogue.IsOpenClosed = true;

        var sent = await system.SendAs(system.Citizen, new SubmitDossier(id));

        catalogue.IsOpenClosed = false;
        Assert.Equal(DossierErrors.ClosedProcedure, sent.Error.Code);
        Assert.Equal(DossierStatus.Draft, (await system.RowAsync(id)).Status);
    }

    [Fact]
    public async Task AnyDeed_OnAnothersDossier_FindsNothing()
    {
        var id = await system.CompleteAsync();
        var other = TestCallers.Citizen("Trần Văn Khác");

        Assert.Equal(DossierErrors.Missing, (await system.SendAs(other, new ReadDraft(id))).Error.Code);
        Assert.Equal(DossierErrors.Missing, (await system.SendAs(other, new SaveSection(id, "child", new Dictionary<string, string>()))).Error.Code);
        Assert.Equal(DossierErrors.Missing, (await system.SendAs(other, new SubmitDossier(id))).Error.Code);
        Assert.Equal(DossierErrors.Missing, (await system.SendAs(other, new DeleteDraft(id))).Error.Code);
        Assert.Equal(DossierErrors.Missing, (await system.SendAs(other, new ReadMyDossier(id))).Error.Code);
        Assert.Equal(CommonErrors.SignInRequired, (await system.SendAs(TestCallers.Anonymous, new ReadDraft(id))).Error.Code);
        Assert.Equal(CommonErrors.NotAllowed, (await system.SendAs(TestCallers.DeskClerk(), new ReadDraft(id))).Error.Code);
    }

    [Fact]
    public async Task SentDossier_CanNoLongerBeEditedOrDeleted()
    {
        var id = await system.SentAsync();

        Assert.Equal(DossierErrors.DraftOnly, (await system.SaveAsync(id, "child", ("child_name", "Khác"))).Error.Code);
        Assert.Equal(DossierErrors.DraftOnly, (await system.SendAs(system.Citizen, new DeleteDraft(id))).Error.Code);
        Assert.Equal(DossierErrors.DraftOnly, (await system.UploadAsync(id, "chung-sinh", Samples.Pdf, "a.pdf")).Error.Code);
    }

    [Fact]
    public async Task Delete_Draft_TakesItAwayWithAllThatHangsOnIt()
    {
        var id = await system.CompleteAsync();

        Assert.True((await system.SendAs(system.Citizen, new DeleteDraft(id))).IsSuccess);

        Assert.False(await system.AskAsync<DossiersDbContext, bool>(c => c.Files.AnyAsync(f => f.DossierId == id)));
    }

    [Fact]
    public async Task Expire_DraftsUntouchedForLong_AreDroppedAndYoungOnesStay()
    {
        var old = await system.StartAsync();
        system.Clock.Advance(TimeSpan.FromDays(181));
        var young = await system.StartAsync();
        Assert.Equal(CommonErrors.NotAllowed, (await system.SendAs(system.Citizen, new ExpireDrafts())).Error.Code);

        Assert.True(await system.DoAs(Caller.System, new ExpireDrafts()) > 0);

        Assert.Equal(DossierErrors.Missing, (await system.SendAs(system.Citizen, new ReadDraft(old))).Error.Code);
        Assert.Equal(young, (await system.DraftAsync(young)).Id);
    }

    [Fact]
    public async Task List_ByView_PagesWithoutLosingARow()
    {
        var someone = TestCallers.Citizen("Người có nhiều hồ sơ");
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
            ids.Add(await system.DoAs(someone, new StartDossier("1.001193", FilingOrganisation.Competent, null, $"many-{i}")));

        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await system.DoAs(someone, new ListMyDossiers(MyView.Drafts, after, 2));
            Assert.Equal(5, page.Counts[MyView.Drafts]);
            seen.AddRange(page.Page.Items.Select(i => i.Id));
            after = page.Page.Next;
        }
        while (after is not null);

        Assert.Equal(ids.Order(), seen.Order());
    }
}
