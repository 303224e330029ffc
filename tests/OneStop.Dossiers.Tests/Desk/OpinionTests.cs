using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReadFileAsStaff;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Features.ReadOwnFile;
using OneStop.Dossiers.Features.UploadFile;

namespace OneStop.Dossiers.Tests.Desk;

/// <summary>Bodies that Approvals asks for an opinion, as the dossier keeps them: rows of their own, days of their own, files of their own.</summary>
public sealed class OpinionTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    private static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"u8.ToArray();
    private readonly Guid district = Guid.NewGuid();

    [Fact]
    public async Task Asked_MovedAndAnswered_IsARowBesideTheSteps_ToldTwiceOrOnce()
    {
        var (id, task) = await AtStepAsync();
        var asked = Asked(id, task);
        await TwiceAsync(asked);
        await TwiceAsync(new StepDueMoved(id, asked.ConsultationId, "Cho ý kiến", asked.DueAt, asked.DueAt.AddDays(1), "Bộ luật Lao động", "12/QĐ-UBND", system.Clock.Now));

        var waiting = await system.ReadAsync(id);
        var row = Assert.Single(waiting.Steps, s => s.IsOpinion);
        Assert.Equal((asked.ConsultationId, true, task, (DateTimeOffset?)asked.DueAt.AddDays(1), 480), (row.TaskId, row.MustDecide, row.AskedByTaskId, row.DueAt, row.AllowedMinutes));
        Assert.Equal((DossierStatus.Processing, "Thẩm định"), (waiting.Status, waiting.CurrentStepName));

        await TwiceAsync(new ConsultationClosed(id, asked.ConsultationId, ConsultationOutcomes.Disagrees, Guid.NewGuid(), "Trưởng phòng quận", system.Clock.Now, 300));

        var answered = await system.ReadAsync(id);
        Assert.Equal((300, "Trưởng phòng quận"), (Assert.Single(answered.Steps, s => s.IsOpinion).UsedMinutes, answered.Steps.Single(s => s.IsOpinion).ActorName));
        Assert.Equal((DossierStatus.Processing, "Thẩm định"), (answered.Status, answered.CurrentStepName));
        Assert.Single(answered.History, h => h.Deed == DossierDeed.AskOpinion);
        Assert.Single(answered.History, h => h.Deed == DossierDeed.EndOpinion);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LateDays_AreTheirsWhoDecideAndNeverTheirsWhoOnlyInform(bool mustDecide)
    {
        var (id, task) = await AtStepAsync();
        var asked = Asked(id, task) with { MustDecide = mustDecide };
        await system.TellAsync(asked);
        system.Clock.Advance(TimeSpan.FromDays(20));

        var breach = await system.InScopeAsync(async services => await services.GetRequiredService<BreachFinder>().FindAsync(await system.ReadAsync(id), system.Clock.Now, CancellationToken.None));

        Assert.Equal(mustDecide ? district : DeskSystem.Ward.Id, breach.AgencyId);
        Assert.Equal(mustDecide ? asked.ConsultationId : task, breach.TaskId);
    }

    [Fact]
    public async Task Asked_OfADossierThatHasEnded_LeavesNothing()
    {
        var (id, task) = await AtStepAsync();
        await system.TellAsync(new ProcessCancelled(id, Guid.NewGuid(), "Quản trị", "Nhầm thủ tục", system.Clock.Now));
        var asked = Asked(id, task);

        await system.TellAsync(asked);
        await system.TellAsync(new ConsultationClosed(id, asked.ConsultationId, ConsultationOutcomes.Withdrawn, null, "", system.Clock.Now, 0));

        Assert.DoesNotContain((await system.ReadAsync(id)).Steps, s => s.IsOpinion);
    }

    [Fact]
    public async Task File_OfAnAnswer_IsForThoseWhoDecideAndNobodyElse()
    {
        var (id, _) = await AtStepAsync();
        var taken = await TakeAsync(id, Pdf, "Bản đồ quy hoạch.pdf");
        Assert.True(taken.TryGet(out var file));
        Assert.Equal(("Bản đồ quy hoạch.pdf", "application/pdf", Pdf.Length), (file.Name, file.ContentType, (int)file.Length));

        Assert.Equal(DossierErrors.FileMissing, (await system.SendAs(system.Clerk, new ReadFileAsStaff(file.Id))).Error.Code);
        Assert.Equal(DossierErrors.FileMissing, (await system.SendAs(system.Owner, new ReadOwnFile(id, file.Id))).Error.Code);
        Assert.DoesNotContain((await system.DoAs(system.Owner, new ReadMyDossier(id))).Files, f => f.Id == file.Id);

        ((FakeTaskAccess)system.Services.GetRequiredService<ITaskAccess>()).SentFiles.Add(file.Id);
        Assert.Equal("Bản đồ quy hoạch.pdf", (await system.DoAs(system.Clerk, new ReadFileAsStaff(file.Id))).Name);

        await system.AskAsync<IOpinionFiles, bool>(async files =>
        {
            await files.DropAsync(file.Id, CancellationToken.None);
            return true;
        });
        Assert.DoesNotContain((await system.ReadAsync(id)).Files, f => f.Id == file.Id);
    }

    [Fact]
    public async Task File_ThatIsNotWhatItsNameSays_IsRefused()
    {
        var (id, _) = await AtStepAsync();

        Assert.Equal(UploadErrors.UnknownType, (await TakeAsync(id, "<html>"u8.ToArray(), "ban-do.pdf")).Error.Code);
        Assert.Equal(UploadErrors.Disguised, (await TakeAsync(id, Pdf, "ban-do.png")).Error.Code);
        Assert.Equal(UploadErrors.Empty, (await TakeAsync(id, [], "ban-do.pdf")).Error.Code);
        Assert.Equal(DossierErrors.Missing, (await TakeAsync(Guid.NewGuid(), Pdf, "ban-do.pdf")).Error.Code);
        Assert.DoesNotContain((await system.ReadAsync(id)).Files, f => f.Kind == DossierFileKind.Opinion);
    }

    private async Task<(Guid Id, Guid Task)> AtStepAsync()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task));
        return (id, task);
    }

    private async Task TwiceAsync(OneStop.Kernel.Events.IIntegrationEvent told)
    {
        await system.TellAsync(told);
        await system.TellAsync(told);
    }

    private Task<OneStop.Kernel.Results.Result<DossierFileInfo>> TakeAsync(Guid id, byte[] content, string name) =>
        system.AskAsync<IOpinionFiles, OneStop.Kernel.Results.Result<DossierFileInfo>>(files => files.TakeAsync(id, new MemoryStream(content), name, CancellationToken.None));

    private ConsultationAsked Asked(Guid id, Guid task) => new(
        id, Guid.NewGuid(), task, Guid.NewGuid(), "Người hỏi", district, "UBND quận", "Phòng Quản lý đô thị", true, system.Clock.Now, system.Clock.Now.AddDays(5), 480);
}
