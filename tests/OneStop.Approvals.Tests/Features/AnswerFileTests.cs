using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AskOpinions;
using OneStop.Approvals.Features.AttachFile;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Features.ListConsultations;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Tests.Office;
using OneStop.Dossiers.Contracts;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Features;

/// <summary>Files that a consulted body adds to its answer.</summary>
public sealed class AnswerFileTests : OfficeTest
{
    private Caller body = null!;
    private Caller officer = null!;
    private Guid dossier;
    private WorkTask own = null!;
    private WorkTask asked = null!;

    protected override async Task OpenedAsync()
    {
        body = office.Organisation.Hire(Levels.District, Roles.DepartmentHead, "Trưởng phòng quận");
        dossier = await office.AcceptAsync();
        own = await office.OpenTaskAsync(dossier);
        officer = office.HolderOf(own);
        await office.DoAs(officer, new AskOpinionsCommand(own.Id, Guid.NewGuid(), [new AskedBody(
            TestCallers.District.AgencyId, FakeOrganisation.DistrictDepartment, ConsultationPart.Decides, "Có phù hợp quy hoạch không?", 5, SilenceRule.Escalates, null, false, [])]));
        asked = (await office.TasksAsync(dossier)).Single(t => t.ConsultationId is not null);
    }

    [Fact]
    public async Task Attached_IsTheBodysOwn_UntilItHasAnswered()
    {
        var file = await TakeAsync(body, "Bản đồ.pdf");

        Assert.Equal([file.Id], (await office.DoAs(body, new ReadTaskQuery(asked.Id))).Asked!.Files.Where(f => f.IsAnswer).Select(f => f.Id));
        Assert.Empty((await LineAsync()).Files);
        Assert.True(await MayReadAsync(body, file.Id));
        Assert.False(await MayReadAsync(officer, file.Id));

        await office.DoAs(body, new CompleteTaskCommand(asked.Id, Guid.NewGuid(), MatterActions.Agree, null, new Dictionary<string, string>()));

        var shown = Assert.Single((await LineAsync()).Files);
        Assert.Equal((file.Id, "Bản đồ.pdf", true, file.Url), (shown.Id, shown.Name, shown.IsAnswer, shown.Url));
        Assert.True(await MayReadAsync(officer, file.Id));
        Assert.False(await MayReadAsync(office.Organisation.Hire(Levels.Province, Roles.Officer, "Người ngoài"), file.Id));
        Assert.Equal(ApprovalErrors.AlreadyDone, (await office.SendAs(body, new RemoveAnswerFileCommand(asked.Id, file.Id))).Error.Code);
    }

    [Fact]
    public async Task Attach_ByOthersOrElsewhere_IsRefusedBeforeTheBytesAreTaken()
    {
        Assert.Equal(ApprovalErrors.NotYours, await CodeAsync(office.Organisation.Hire(Levels.District, Roles.AgencyLeader, "Chủ tịch quận"), asked.Id));
        Assert.Equal(ApprovalErrors.TaskMissing, await CodeAsync(office.Organisation.Hire(Levels.Province, Roles.Officer, "Người ngoài"), asked.Id));
        Assert.Equal(ConsultationErrors.NotThisStep, await CodeAsync(officer, own.Id));
        Assert.Empty(office.Dossiers.Taken);
        Assert.Equal(ConsultationErrors.NotThisStep, (await office.SendAs(officer, new MayAttachCommand(own.Id))).Error.Code);
        Assert.Equal(ConsultationErrors.NotThisStep, (await office.SendAs(officer, new AttachFileCommand(own.Id, new DossierFileInfo(Guid.NewGuid(), "a.pdf", "application/pdf", 1, "/tep")))).Error.Code);
    }

    [Fact]
    public async Task Attach_BeyondTheMost_IsRefused_AndARemovedOneMakesRoom()
    {
        var files = new List<AttachedFile>();
        for (var i = 0; i < AnswerFiles.Most; i++)
            files.Add(await TakeAsync(body, $"{i}.pdf"));
        Assert.Equal(ConsultationErrors.TooManyFiles, await CodeAsync(body, asked.Id));

        Assert.True((await RemoveAsync(body, files[0].Id)).IsSuccess);
        Assert.True((await RemoveAsync(body, files[0].Id)).IsSuccess);

        Assert.DoesNotContain(files[0].Id, office.Dossiers.Taken);
        await TakeAsync(body, "nữa.pdf");
    }

    [Fact]
    public async Task Remove_OfAFileThatIsNotOfThisAnswer_LeavesItAlone()
    {
        var foreign = await office.Dossiers.TakeAsync(dossier, new MemoryStream([1]), "khác.pdf", CancellationToken.None);

        Assert.True((await RemoveAsync(body, foreign.Value.Id)).IsSuccess);

        Assert.Contains(foreign.Value.Id, office.Dossiers.Taken);
    }

    [Fact]
    public async Task Attach_WhileTheAnswerIsGiven_KeepsNoFileThatNobodyNames()
    {
        office.Dossiers.WhileTaking = () => office.DoAs(body, new CompleteTaskCommand(asked.Id, Guid.NewGuid(), MatterActions.Agree, null, new Dictionary<string, string>()));

        Assert.Equal(ApprovalErrors.AlreadyDone, await CodeAsync(body, asked.Id));

        Assert.Empty(office.Dossiers.Taken);
        Assert.Equal(0, await office.AskAsync<ApprovalsDbContext, int>(c => c.ConsultationFiles.CountAsync(f => f.IsAnswer)));
    }

    private async Task<ConsultationLine> LineAsync() => Assert.Single((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines);

    private async Task<AttachedFile> TakeAsync(Caller by, string name) => (await SendAsync(by, asked.Id, name)).Value;

    private async Task<string> CodeAsync(Caller by, Guid task) => (await SendAsync(by, task, "tệp.pdf")).Error.Code;

    private Task<Result<AttachedFile>> SendAsync(Caller by, Guid task, string name)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream("%PDF-1.7"u8.ToArray());
        http.Request.Headers["X-File-Name"] = Uri.EscapeDataString(name);
        return Upload(by).TakeAsync(task, http.Request);
    }

    private Task<Result<Done>> RemoveAsync(Caller by, Guid file) => Upload(by).RemoveAsync(asked.Id, file, CancellationToken.None);

    private AnswerUpload Upload(Caller by) => new(new PageDispatcher(office.Services.GetRequiredService<ISystemDispatcher>()) { Reader = by }, office.Dossiers);

    private Task<bool> MayReadAsync(Caller caller, Guid file) => office.AskAsync<ITaskAccess, bool>(a => a.MayReadFileAsync(caller, file, default));
}
