using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Components;
using OneStop.Approvals.Tests.Office;
using OneStop.Kernel.Live;

namespace OneStop.Approvals.Tests.Pages;

public sealed class OpenPageTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Listen_HearsEachTopicOnceAlsoOnesNamedLaterAndNothingOnceThePageIsLeft()
    {
        var live = office.Services.GetRequiredService<ILiveFeed>();
        using var heard = new SemaphoreSlim(0);
        var page = new OpenPage();
        void Listen(params string[] topics) => page.Listen(live, topics, run => run(), () => Task.FromResult(heard.Release()));

        Listen("one");
        Listen("one", "two");
        live.Publish("two");
        Assert.True(await heard.WaitAsync(Long));
        live.Publish("one");
        Assert.True(await heard.WaitAsync(Long));
        Assert.Equal(0, heard.CurrentCount);

        Func<Task>? coming = null;
        page.Listen(live, ["three"], run => { coming = run; heard.Release(); return Task.CompletedTask; }, () => throw new InvalidOperationException("The page is left."));
        live.Publish("three");
        Assert.True(await heard.WaitAsync(Long));
        page.Dispose();
        await coming!();

        Assert.True(page.Left.IsCancellationRequested);
    }
}
