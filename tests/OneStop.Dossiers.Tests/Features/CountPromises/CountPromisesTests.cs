using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.CountPromises;
using OneStop.Dossiers.Jobs;
using OneStop.Dossiers.Tests.Domain;
using OneStop.Kernel.Time;
using OneStop.TestKit;

namespace OneStop.Dossiers.Tests.Features.CountPromises;

public sealed class CountPromisesTests(TestSystem system) : IClassFixture<TestSystem>
{
    private static readonly DateTimeOffset MonthStart = VietnamTime.FromVietnam(new DateOnly(2026, 3, 1), TimeOnly.MinValue);

    [Fact]
    public async Task Job_OverAMonth_PutsOnTheBoardWhatWasPromisedAndKept()
    {
        system.Clock.SetTo(MonthStart.AddDays(20));
        await system.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<DossiersDbContext>();
            context.AddRange(
                Finished(1, MonthStart, dueAt: MonthStart),
                Finished(2, MonthStart.AddDays(3), dueAt: MonthStart.AddDays(4)),
                Finished(3, MonthStart.AddDays(5), dueAt: MonthStart.AddDays(4)),
                Finished(4, MonthStart.AddSeconds(-1), dueAt: MonthStart.AddDays(-9)),
                Open(5, dueAt: MonthStart.AddDays(10)),
                Open(6, dueAt: MonthStart.AddDays(30)));
            await context.SaveChangesAsync();
        });

        await system.AskAsync<CountPromisesJob, int>(job => job.RunAsync(CancellationToken.None));

        var promises = await system.AskAsync<PromiseBoard, Promises?>(board => Task.FromResult(board.Latest));
        Assert.Equal(new Promises(new DateOnly(2026, 3, 1), Finished: 3, OnTime: 2, OverdueNow: 1), promises);
        Assert.Equal(66.6m, promises!.OnTimeShare);
    }

    private static Dossier Open(int number, DateTimeOffset dueAt)
    {
        var dossier = DossierBuilder.Draft();
        Assert.True(dossier.Submit($"T260121-ABCDEF{number:00}", "protected", "hash", DossierBuilder.Owner, DossierBuilder.Now).IsSuccess);
        Assert.True(dossier.Accept($"H26.1.1-260121-{number:0000}", DueDates.By(dueAt), DossierBuilder.Clerk, DossierBuilder.Now).IsSuccess);
        Assert.True(dossier.EnterStep(DossierBuilder.Step(), DossierBuilder.Now).IsSuccess);
        return dossier;
    }

    private static Dossier Finished(int number, DateTimeOffset finishedAt, DateTimeOffset dueAt)
    {
        var dossier = Open(number, dueAt);
        Assert.True(dossier.Finish(DossierBuilder.Records, finishedAt).IsSuccess);
        return dossier;
    }
}
