using System.Text;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CompareProcesses;
using OneStop.Approvals.Features.CreateDraft;
using OneStop.Approvals.Features.DeployProcesses;
using OneStop.Approvals.Features.DiscardDraft;
using OneStop.Approvals.Features.EditProcess;
using OneStop.Approvals.Features.ImportProcess;
using OneStop.Approvals.Features.ListProcesses;
using OneStop.Approvals.Features.PublishDraft;
using OneStop.Approvals.Features.ReadProcessFile;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Features.RetireVersion;
using OneStop.Approvals.Features.ReturnDraft;
using OneStop.Approvals.Features.SaveDraft;
using OneStop.Approvals.Features.SubmitDraft;
using OneStop.Approvals.Tests.Office;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

public sealed class DesignTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    private readonly Caller drawer = TestCallers.ProcessAdmin();
    private readonly Caller reviewer = TestCallers.ProcessAdmin();

    private DateOnly Today => office.Clock.Now.VietnamDate();

    [Fact]
    public async Task Publish_AChangedStep_RunsNewDossiersOnItAndLeavesRunningOnesOnTheirVersion()
    {
        var running = await office.AcceptAsync("1.013831");
        var draft = await CopyAsync("1.013831");
        var first = (await office.TasksAsync(running))[0].StepName;
        var xml = await FileAsync(draft);
        var saved = await office.DoAs(drawer, new SaveDraftCommand(draft, 0, xml.Replace($"name=\"{first}\"", "name=\"Tiếp nhận kiểu mới\"", StringComparison.Ordinal)));
        Assert.Empty(saved.Problems);
        await office.DoAs(drawer, new SubmitDraftCommand(draft, saved.Version, "Đổi tên bước đầu"));

        var own = await office.SendAs(drawer, new PublishDraftCommand(draft, saved.Version + 1, Today));
        var late = await office.SendAs(reviewer, new PublishDraftCommand(draft, saved.Version + 1, Today.AddDays(-1)));
        var published = await office.DoAs(reviewer, new PublishDraftCommand(draft, saved.Version + 1, Today));

        Assert.Equal(ApprovalErrors.OwnDraft, own.Error.Code);
        Assert.Equal((ApprovalErrors.VersionInPast, "ValidFrom"), (late.Error.Code, late.Error.Field));
        var later = await office.AcceptAsync("1.013831");
        Assert.Equal("Tiếp nhận kiểu mới", (await office.TasksAsync(later))[0].StepName);
        Assert.Equal(published, (await office.TasksAsync(later))[0].ProcessVersionId);
        Assert.Equal(first, (await office.TasksAsync(running))[0].StepName);
        var row = (await office.DoAs(drawer, new ListProcessesQuery())).Single(r => r.Key == "1.013831");
        Assert.Equal([VersionStanding.InForce, VersionStanding.Replaced], row.Versions.Select(v => v.Standing));
        Assert.Equal("Đổi tên bước đầu", row.Versions[0].Note);
        Assert.Empty(row.Drafts);
        // What the product ships does not push aside what the city has published.
        Assert.Equal(0, await office.DoAs(Caller.System, new DeployProcessesCommand()));
    }

    [Fact]
    public async Task Publish_ForALaterDay_WaitsForThatDayAndRetiringGivesTheOneBefore()
    {
        var draft = await CopyAsync("default-bo");
        await office.DoAs(drawer, new SubmitDraftCommand(draft, 0, "Từ tuần sau"));
        var version = await office.DoAs(reviewer, new PublishDraftCommand(draft, 1, Today.AddDays(7)));

        Assert.Equal([VersionStanding.Coming, VersionStanding.InForce], await StandingsAsync("default-bo"));
        Assert.Equal(ApprovalErrors.ReasonRequired, (await office.SendAs(drawer, new RetireVersionCommand(version, Today, ""))).Error.Code);
        await office.DoAs(drawer, new RetireVersionCommand(version, Today, "Chưa sẵn sàng"));
        Assert.Equal([VersionStanding.Retired, VersionStanding.InForce], await StandingsAsync("default-bo"));
    }

    [Fact]
    public async Task Save_OnAVersionAnotherHasSavedOver_IsRefusedAndNothingIsLost()
    {
        var draft = await CopyAsync("default-tinh");
        var xml = await FileAsync(draft);
        var mine = xml.Replace("Tiếp nhận hồ sơ", "Bước của tôi", StringComparison.Ordinal);
        var theirs = xml.Replace("Tiếp nhận hồ sơ", "Bước của họ", StringComparison.Ordinal);

        var both = await Task.WhenAll(office.SendAs(drawer, new SaveDraftCommand(draft, 0, mine)), office.SendAs(reviewer, new SaveDraftCommand(draft, 0, theirs)));

        var refused = Assert.Single(both, r => r.IsFailure);
        Assert.Equal(ErrorKind.Conflict, refused.Error.Kind);
        var kept = await FileAsync(draft);
        Assert.Equal(both[0].IsSuccess ? mine : theirs, kept);
        // Sent again after a lost answer: it is there already.
        Assert.True((await office.SendAs(drawer, new SaveDraftCommand(draft, 0, kept))).IsSuccess);
        var copy = await office.DoAs(reviewer, new ImportProcessCommand(Encoding.UTF8.GetBytes(both[0].IsSuccess ? theirs : mine)));
        Assert.Equal(both[0].IsSuccess ? theirs : mine, await FileAsync(copy.Id));
    }

    [Fact]
    public async Task Save_OfWhatTheBoardHasWrittenAnew_KeepsTheCommentsOfTheFile()
    {
        var commented = (await FileAsync(await CopyAsync("default-huyen"))).Replace("<startEvent", "<!-- quầy tiếp nhận --><startEvent", StringComparison.Ordinal);
        Assert.Contains("<!-- quầy", commented, StringComparison.Ordinal);
        var draft = (await office.DoAs(drawer, new ImportProcessCommand(Encoding.UTF8.GetBytes(commented)))).Id;
        var fromBoard = commented.Replace("<!-- quầy tiếp nhận -->", "", StringComparison.Ordinal).Replace("Ký kết quả", "Ký", StringComparison.Ordinal);

        var saved = await office.DoAs(drawer, new SaveDraftCommand(draft, 0, fromBoard));
        // Sent again because the answer was lost.
        Assert.Equal(saved.Version, (await office.DoAs(drawer, new SaveDraftCommand(draft, 0, fromBoard))).Version);

        Assert.Contains("<!-- quầy tiếp nhận -->", await FileAsync(draft), StringComparison.Ordinal);
        Assert.DoesNotContain("Ký kết quả", await FileAsync(draft), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_WhatCannotBeExecuted_NamesTheElementAndIsRefused()
    {
        var draft = await CopyAsync("default-huyen");
        var xml = await FileAsync(draft);
        var saved = await office.DoAs(drawer, new SaveDraftCommand(draft, 0, xml.Replace("role=\"officer\"", "role=\"nobody\"", StringComparison.Ordinal)));

        var submitted = await office.SendAs(drawer, new SubmitDraftCommand(draft, saved.Version, "Thử"));

        Assert.Contains(saved.Problems, p => p.ElementId.Contains("tham_dinh", StringComparison.Ordinal));
        Assert.Equal(ApprovalErrors.DraftHasProblems, submitted.Error.Code);
        Assert.Equal(saved.Problems, (await office.DoAs(drawer, new ReadDraftQuery(draft))).Problems);
    }

    [Fact]
    public async Task Review_SendsBackWithAReason_AndNobodyEditsMeanwhile()
    {
        var draft = await CopyAsync("default-xa");
        await office.DoAs(drawer, new SubmitDraftCommand(draft, 0, "Xin soát"));

        Assert.Equal(ApprovalErrors.DraftInReview, (await office.SendAs(drawer, new SaveDraftCommand(draft, 1, (await FileAsync(draft)).Replace("Ký kết quả", "Ký", StringComparison.Ordinal)))).Error.Code);
        Assert.Equal(ApprovalErrors.DraftChanged, (await office.SendAs(reviewer, new ReturnDraftCommand(draft, 0, "Cũ"))).Error.Code);
        await office.DoAs(reviewer, new ReturnDraftCommand(draft, 1, "Thiếu bước văn thư"));

        var read = await office.DoAs(drawer, new ReadDraftQuery(draft));
        Assert.Equal((DraftState.Draft, "Thiếu bước văn thư"), (read.State, read.ReturnReason));
        Assert.Equal(ApprovalErrors.DraftNotInReview, (await office.SendAs(reviewer, new PublishDraftCommand(draft, 2, Today))).Error.Code);
        await office.DoAs(drawer, new DiscardDraftCommand(draft, 2));
        Assert.Equal(ApprovalErrors.DraftMissing, (await office.SendAs(drawer, new ReadDraftQuery(draft))).Error.Code);
    }

    [Fact]
    public async Task Create_ANewProcess_MakesASheetThatCompilesAndRefusesATakenKey()
    {
        var draft = await office.DoAs(drawer, new CreateDraftCommand(null, "9.000001", "Cấp <giấy> & \"phép\""));

        Assert.Empty((await office.DoAs(drawer, new ReadDraftQuery(draft))).Problems);
        Assert.Equal((ApprovalErrors.ProcessKeyTaken, "Key"), Of(await office.SendAs(drawer, new CreateDraftCommand(null, "1.001776", "Có rồi"))));
        Assert.Equal((CommonErrors.BadFormat, "Key"), Of(await office.SendAs(drawer, new CreateDraftCommand(null, "có dấu", "Sai"))));
        Assert.Equal((CommonErrors.Required, "Name"), Of(await office.SendAs(drawer, new CreateDraftCommand(null, "9.000002", ""))));

        static (string, string?) Of(Result<Guid> result) => (result.Error.Code, result.Error.Field);
    }

    [Fact]
    public async Task Compare_ADraftWithItsVersion_ListsTheChange()
    {
        var version = (await office.DoAs(drawer, new ListProcessesQuery())).Single(r => r.Key == "2.000635").Versions[0].Id;
        var draft = await office.DoAs(drawer, new CreateDraftCommand(version));
        var xml = (await office.DoAs(drawer, new ReadVersionFileQuery(version))).Xml;
        var step = System.Text.RegularExpressions.Regex.Match(xml, "<userTask id=\"([^\"]+)\" name=\"([^\"]+)\"");
        await office.DoAs(drawer, new SaveDraftCommand(draft, 0, xml.Replace($"name=\"{step.Groups[2].Value}\"", "name=\"Khác\"", StringComparison.Ordinal)));

        var found = await office.DoAs(drawer, new CompareProcessesQuery(version, draft));

        Assert.Contains(found.Changes, c => c.Element == step.Groups[1].Value && c.Details.Any(d => d.After == "Khác"));
        Assert.Equal(ApprovalErrors.VersionMissing, (await office.SendAs(drawer, new CompareProcessesQuery(version, Guid.NewGuid()))).Error.Code);
    }

    [Fact]
    public async Task Form_CarriedByTheProcess_IsAskedAndCheckedAtItsStep()
    {
        var draft = await CopyAsync("1.001612");
        var xml = await FileAsync(draft);
        var officer = System.Text.RegularExpressions.Regex.Match(xml, "<os:step [^>]*role=\"officer\"[^>]*/>").Value;
        var form = "<os:form><os:field key=\"reviewed\" kind=\"Select\" label=\"Đã kiểm tra thực địa?\" required=\"true\"><os:option value=\"yes\" label=\"Rồi\"/></os:field></os:form>";
        var bare = System.Text.RegularExpressions.Regex.Replace(officer, " form=\"[^\"]*\"", "");
        var saved = await office.DoAs(drawer, new SaveDraftCommand(draft, 0, xml.Replace(officer, bare + form, StringComparison.Ordinal)));
        Assert.Empty(saved.Problems);
        await office.DoAs(drawer, new SubmitDraftCommand(draft, saved.Version, "Thêm biểu mẫu"));
        await office.DoAs(reviewer, new PublishDraftCommand(draft, saved.Version + 1, Today));
        var dossier = await office.AcceptAsync("1.001612");
        var task = await office.OpenTaskAsync(dossier);

        var shown = await office.DoAs(office.HolderOf(task), new ReadTaskQuery(task.Id));
        var wrong = await office.SendAs(office.HolderOf(task), new Approvals.Features.CompleteTask.CompleteTaskCommand(task.Id, Guid.NewGuid(), shown.Buttons[0].Key, "", new Dictionary<string, string> { ["reviewed"] = "no" }));
        var right = await office.SendAs(office.HolderOf(task), new Approvals.Features.CompleteTask.CompleteTaskCommand(task.Id, Guid.NewGuid(), shown.Buttons[0].Key, "", new Dictionary<string, string> { ["reviewed"] = "yes" }));

        Assert.Equal("reviewed", Assert.Single(shown.Form).Key);
        Assert.Equal((CommonErrors.BadFormat, "reviewed"), (wrong.Error.Code, wrong.Error.Field));
        Assert.True(right.IsSuccess);
    }

    [Fact]
    public async Task Design_IsForProcessAdministratorsAlone()
    {
        var clerk = TestCallers.DeskClerk();

        Assert.Equal(CommonErrors.NotAllowed, (await office.SendAs(clerk, new ListProcessesQuery())).Error.Code);
        Assert.Equal(CommonErrors.NotAllowed, (await office.SendAs(clerk, new ImportProcessCommand([]))).Error.Code);
        Assert.Equal(CommonErrors.NotAllowed, (await office.SendAs(TestCallers.Citizen(), new ReadVersionFileQuery(Guid.NewGuid()))).Error.Code);
        Assert.Equal(ApprovalErrors.VersionMissing, (await office.SendAs(clerk, new ReadVersionFileQuery(Guid.NewGuid()))).Error.Code);
    }

    private async Task<Guid> CopyAsync(string key)
    {
        var row = (await office.DoAs(drawer, new ListProcessesQuery())).Single(r => r.Key == key);
        return await office.DoAs(drawer, new CreateDraftCommand(row.Versions.First(v => v.Standing == VersionStanding.InForce).Id));
    }

    private async Task<string> FileAsync(Guid draft) => (await office.DoAs(drawer, new ReadDraftFileQuery(draft))).Xml;

    private async Task<IEnumerable<VersionStanding>> StandingsAsync(string key) => (await office.DoAs(drawer, new ListProcessesQuery())).Single(r => r.Key == key).Versions.Select(v => v.Standing);
}
