using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Features.ReadTracked;
using OneStop.Dossiers.Features.TrackDossier;
using OneStop.Dossiers.Resources;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Time;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class TrackDossierTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    private static int visitors;

    [Fact]
    public async Task Track_WithBothCodes_ShowsWhereItIsAndHidesTheName()
    {
        var id = await system.FileAsync(applicant: "Nguyễn Thị An");
        var accepted = await system.AcceptAsync(id);
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));

        var seen = await ReadAsync(await PassAsync(accepted.Code, "k7m-2px"));

        Assert.Equal("N***** T** A*", seen.MaskedApplicant);
        Assert.Equal(DossierStatus.Processing, seen.Status);
        Assert.Equal("Thẩm định", Assert.Single(seen.Steps).Name);
        Assert.Equal(22 * 24 * 60, seen.Left!.Minutes);
        Assert.Contains(seen.Why, l => l is { Kind: LineKind.Term, Amount: 22, Unit: TermUnit.WorkingDays });
        Assert.Equal(seen.DueAt, Assert.Single(seen.Why, l => l.Kind == LineKind.Due).Due);
    }

    [Theory]
    [InlineData("vi", "Thẩm định")]
    [InlineData("en", "Appraisal")]
    public async Task Track_InEitherLanguage_NamesTheStepInIt(string culture, string expected)
    {
        var id = await system.FileAsync();
        var accepted = await system.AcceptAsync(id);
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));

        var seen = await ReadAsync(await PassAsync(accepted.Code, "k7m-2px"));
        using var _ = TestCulture.Use(culture);
        var own = await system.DoAs(system.Owner, new ReadMyDossier(id));

        Assert.Contains(expected, NewWords().NowAt(seen), StringComparison.Ordinal);
        Assert.Equal((expected, expected), (own.CurrentStepName, Assert.Single(own.Steps).Name));
        Assert.Contains(own.History, h => h.Subject == expected);
    }

    [Fact]
    public async Task Track_AStepWithoutAnEnglishName_IsNamedInVietnamese()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        await system.TellAsync(system.Entered(id, Guid.NewGuid()) with { StepNameEn = null });

        using var _ = TestCulture.Use("en");

        Assert.Equal("Thẩm định", Assert.Single((await system.DoAs(system.Owner, new ReadMyDossier(id))).Steps).Name);
    }

    private TrackedWords NewWords() => new(
        system.Services.GetRequiredService<IStringLocalizer<TrackingTexts>>(), system.Services.GetRequiredService<IStringLocalizer<DossiersTexts>>(),
        system.Services.GetRequiredService<ClockWords>());

    [Fact]
    public async Task Track_WithTheTemporaryCode_WorksBeforeAcceptance()
    {
        var id = await system.FileAsync();
        var code = (await system.ReadAsync(id)).TemporaryCode!;

        Assert.Null((await ReadAsync(await PassAsync(code, DeskSystem.LookupCodeOfAll))).DueAt);
    }

    [Fact]
    public async Task Track_WithAWrongSecretOrAnUnknownCode_AnswersTheSame()
    {
        var id = await system.FileAsync();
        var code = (await system.ReadAsync(id)).TemporaryCode!;

        var wrong = await TryAsync(code, "AAAAAA", NewVisitor());
        var unknown = await TryAsync("H26.9.9-260302-9999", "AAAAAA", NewVisitor());

        Assert.Equal(wrong.Error.Code, unknown.Error.Code);
        Assert.Equal(wrong.Error.Kind, unknown.Error.Kind);
        Assert.Null(wrong.Error.Field);
        Assert.Equal(wrong.Error.Args, unknown.Error.Args);
    }

    [Fact]
    public async Task Track_GuessedOftenForOneCode_WaitsForRightAndWrongAlikeAndWhetherOrNotItExists()
    {
        var id = await system.FileAsync();
        var code = (await system.ReadAsync(id)).TemporaryCode!;
        foreach (var guessed in new[] { code, "H26.9.9-260302-7777" })
        {
            for (var guess = 0; guess < LookupThrottle.CodeAllowance; guess++)
                Assert.Equal(TrackingErrors.NoMatch, (await TryAsync(guessed, "AAAAAA", NewVisitor())).Error.Code);

            Assert.Equal(TrackingErrors.Wait, (await TryAsync(guessed, DeskSystem.LookupCodeOfAll, NewVisitor())).Error.Code);
        }

        system.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await TryAsync(code, DeskSystem.LookupCodeOfAll, NewVisitor())).IsSuccess);
    }

    [Fact]
    public async Task Track_GuessedFromOneAddress_WaitsForEveryCode()
    {
        var visitor = NewVisitor();
        for (var guess = 0; guess < LookupThrottle.AddressAllowance; guess++)
            await TryAsync($"H26.9.9-260302-{guess:0000}", "AAAAAA", visitor);
        var id = await system.FileAsync();

        var result = await TryAsync((await system.ReadAsync(id)).TemporaryCode!, DeskSystem.LookupCodeOfAll, visitor);

        Assert.Equal(TrackingErrors.Wait, result.Error.Code);
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData(Roles.Citizen)]
    [InlineData(Roles.DeskClerk)]
    [InlineData(Roles.SystemAdmin)]
    public async Task CountWrongLookup_ByAPerson_IsForbiddenSoThatNobodyShutsOutAnother(string role)
    {
        var code = (await system.ReadAsync(await system.FileAsync())).TemporaryCode!;
        var keys = await system.AskAsync<LookupGuard, LookupKeys>(g => Task.FromResult(g.KeysOf(code, NewVisitor())));

        for (var guess = 0; guess < LookupThrottle.CodeAllowance; guess++)
            Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(TestCallers.OneOfEach()[role], new CountWrongLookup(keys))).Error.Kind);

        Assert.True((await TryAsync(code, DeskSystem.LookupCodeOfAll, NewVisitor())).IsSuccess);
        for (var guess = 0; guess < LookupThrottle.CodeAllowance; guess++)
            await system.DoAs(Caller.System, new CountWrongLookup(keys));
        Assert.Equal(TrackingErrors.Wait, (await TryAsync(code, DeskSystem.LookupCodeOfAll, NewVisitor())).Error.Code);
    }

    [Fact]
    public async Task Track_WithEmptyOrOverlongInput_NamesTheFields()
    {
        var result = await TryAsync("", new string('A', 5000), NewVisitor());

        Assert.Equal(["Code", "LookupCode"], result.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task Ticket_ChangedForgedOrOld_OpensNothing()
    {
        var id = await system.FileAsync();
        var ticket = await PassAsync((await system.ReadAsync(id)).TemporaryCode!, DeskSystem.LookupCodeOfAll);

        foreach (var bad in new[] { null, "", "abc", ticket[..^2] + "AA", new string('A', 300) })
            Assert.Equal(TrackingErrors.TicketExpired, (await system.SendAs(Caller.Anonymous, new ReadTracked(bad))).Error.Code);

        system.Clock.Advance(TrackingTickets.Life);
        Assert.Equal(TrackingErrors.TicketExpired, (await system.SendAs(Caller.Anonymous, new ReadTracked(ticket))).Error.Code);
    }

    [Fact]
    public async Task Track_WhileTheClockStands_ShowsThePauseAndUsesNoTime()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        var code = (await system.ReadAsync(id)).Code!;
        Assert.Empty((await LookAsync()).Pauses);
        system.Clock.Advance(TimeSpan.FromDays(2));
        var asked = system.Clock.Now;
        await system.TellAsync(new SupplementAsked(id, Guid.NewGuid(), Guid.NewGuid(), "Cán bộ", DeskSystem.Ward.Id, ["Ảnh"], "Thiếu", null, null, asked));

        var used = (await LookAsync()).Used;
        system.Clock.Advance(TimeSpan.FromDays(5));
        var waiting = await LookAsync();

        Assert.Equal(new TrackedPause(ClockGround.Supplement, asked, null), Assert.Single(waiting.Pauses));
        Assert.Equal(used, waiting.Used);

        async Task<TrackedDossier> LookAsync() => await ReadAsync(await PassAsync(code, DeskSystem.LookupCodeOfAll));
    }

    [Fact]
    public async Task Stamp_AfterEveryChange_IsAnother()
    {
        var id = await system.FileAsync();
        var ticket = await PassAsync((await system.ReadAsync(id)).TemporaryCode!, DeskSystem.LookupCodeOfAll);
        var stamps = new List<long> { await StampAsync(ticket) };

        await system.AcceptAsync(id);
        stamps.Add(await StampAsync(ticket));
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task));
        stamps.Add(await StampAsync(ticket));
        await system.TellAsync(system.Completed(id, task));
        stamps.Add(await StampAsync(ticket));

        Assert.Equal(stamps.Distinct(), stamps);
        Assert.Equal(stamps[^1], await StampAsync(ticket));
    }

    private static string NewVisitor() => $"10.0.0.{Interlocked.Increment(ref visitors)}";

    private Task<Result<TrackingPass>> TryAsync(string code, string secret, string address) => system.SendAs(Caller.Anonymous, new TrackDossier(code, secret, address));

    private async Task<string> PassAsync(string code, string secret) => (await system.DoAs(Caller.Anonymous, new TrackDossier(code, secret, NewVisitor()))).Ticket;

    private Task<TrackedDossier> ReadAsync(string ticket) => system.DoAs(Caller.Anonymous, new ReadTracked(ticket));

    private async Task<long> StampAsync(string ticket) => (await system.DoAs(Caller.Anonymous, new ReadTracked(ticket))).Version;
}
