using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AnswerSupplement;
using OneStop.Dossiers.Features.AskWithdrawal;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Tests.Domain;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Tests.Citizen;

public sealed class AfterSendingTests(CitizenSystem system) : IClassFixture<CitizenSystem>
{
    [Fact]
    public async Task Supplement_BeforeAcceptance_LetsFactsBeMendedAndGoesBackToTheDesk()
    {
        var id = await system.SentAsync();
        await system.ChangeAsync(id, d => d.AskSupplement(DossierBuilder.Ask, DossierBuilder.Clerk, system.Clock.Now).IsSuccess);
        Assert.Empty((await system.SaveAsync(id, "child", ("child_name", "Nguyễn Minh Anh"), ("child_birth_date", "02/03/2026"))).Value.Errors);

        Assert.True((await system.SendAs(system.Citizen, new AnswerSupplement(id, "Đã sửa họ tên"))).IsSuccess);

        var row = await system.RowAsync(id);
        Assert.Equal(DossierStage.AwaitingReceptionAgain, row.Stage);
        Assert.Equal("Đã sửa họ tên", Assert.Single(row.Supplements).Answer);
        Assert.DoesNotContain(await system.RaisedAsync<SupplementReceived>(), e => e.DossierId == id);
    }

    [Fact]
    public async Task Supplement_AfterAcceptance_MovesTheAppointmentAndTellsTheProcess()
    {
        var id = await AcceptedAsync();
        var asked = system.Clock.Now;
        await system.ChangeAsync(id, d => d.AskSupplement(DossierBuilder.Ask, DossierBuilder.Officer, asked).IsSuccess);
        var due = (await system.RowAsync(id)).DueAt;
        Assert.True((await system.UploadAsync(id, "chung-sinh", Samples.Jpeg, "chụp lại.jpg")).IsSuccess);
        system.Clock.Advance(TimeSpan.FromDays(3));

        Assert.True((await system.SendAs(system.Citizen, new AnswerSupplement(id, null))).IsSuccess);
        Assert.True((await system.SendAs(system.Citizen, new AnswerSupplement(id, null))).IsSuccess);

        var told = Assert.Single(await system.RaisedAsync<SupplementReceived>(), e => e.DossierId == id);
        Assert.Equal(due + TimeSpan.FromDays(3), told.DueAt);
        Assert.Equal(asked, told.AskedAt);
        Assert.Equal(DossierStatus.Processing, (await system.RowAsync(id)).Status);
    }

    [Fact]
    public async Task Supplement_WithNothingAdded_IsNotSent()
    {
        var id = await AcceptedAsync();
        await system.ChangeAsync(id, d => d.AskSupplement(DossierBuilder.Ask, DossierBuilder.Officer, system.Clock.Now).IsSuccess);

        Assert.Equal(SupplementErrors.NothingAdded, (await system.SendAs(system.Citizen, new AnswerSupplement(id, "  "))).Error.Code);
        Assert.Equal(DossierErrors.DraftOnly, (await system.SaveAsync(id, "child", ("child_name", "Khác"))).Error.Code);
    }

    [Fact]
    public async Task Supplement_BeforeAcceptance_MendedFactsAloneAreAnAnswer()
    {
        var id = await system.SentAsync();
        await system.ChangeAsync(id, d => d.AskSupplement(DossierBuilder.Ask, DossierBuilder.Clerk, system.Clock.Now).IsSuccess);
        Assert.Equal(SupplementErrors.NothingAdded, (await system.SendAs(system.Citizen, new AnswerSupplement(id, null))).Error.Code);
        system.Clock.Advance(TimeSpan.FromMinutes(5));
        await system.SaveAsync(id, "child", ("child_name", "Nguyễn Minh Anh"), ("child_birth_date", "02/03/2026"));

        Assert.True((await system.SendAs(system.Citizen, new AnswerSupplement(id, null))).IsSuccess);
    }

    [Fact]
    public async Task Withdrawal_AskedTwice_IsAskedOnce()
    {
        var id = await AcceptedAsync();

        Assert.True((await system.SendAs(system.Citizen, new AskWithdrawal(id, "Tôi đổi ý"))).IsSuccess);
        Assert.True((await system.SendAs(system.Citizen, new AskWithdrawal(id, "Tôi đổi ý"))).IsSuccess);

        Assert.Single(await system.RaisedAsync<WithdrawalAsked>(), e => e.DossierId == id);
        Assert.Equal(DossierStatus.WithdrawalAsked, (await system.RowAsync(id)).Status);
    }

    [Fact]
    public async Task Withdrawal_WithoutAReasonOrTooLate_IsRefused()
    {
        var id = await AcceptedAsync();
        Assert.Equal(DossierErrors.ReasonMissing, (await system.SendAs(system.Citizen, new AskWithdrawal(id, " "))).Error.Code);
        await system.ChangeAsync(id, d => d.EnterStep(DossierBuilder.Step(), system.Clock.Now).IsSuccess && d.Finish(DossierBuilder.Records, system.Clock.Now).IsSuccess);

        Assert.Equal(DossierErrors.WrongState, (await system.SendAs(system.Citizen, new AskWithdrawal(id, "Tôi đổi ý"))).Error.Code);
    }

    [Fact]
    public async Task Read_OwnDossier_ShowsItsWay()
    {
        var id = await AcceptedAsync();

        var view = await system.DoAs(system.Citizen, new ReadMyDossier(id));

        Assert.Equal("H26.1.1-260302-0001" + id.ToString()[^6..], view.Code);
        Assert.Equal([DossierDeed.Start, DossierDeed.Submit, DossierDeed.Accept], view.History.Select(h => h.Deed));
        Assert.True(view.CanAskWithdrawal);
    }

    private async Task<Guid> AcceptedAsync()
    {
        var id = await system.SentAsync();
        await system.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<DossiersDbContext>();
            var dossier = await context.Dossiers.FirstAsync(d => d.Id == id);
            var plan = new ClockPlan(ClockKind.Dossier, new Term(20, TermUnit.WorkingDays));
            var dates = await services.GetRequiredService<DossierClock>().StartAsync(dossier, plan, "20 ngày làm việc", system.Clock.Now, default);
            Assert.True(dossier.Accept("H26.1.1-260302-0001" + id.ToString()[^6..], dates.Value, DossierBuilder.Clerk, system.Clock.Now).IsSuccess);
            await context.SaveChangesAsync();
        });
        return id;
    }
}
