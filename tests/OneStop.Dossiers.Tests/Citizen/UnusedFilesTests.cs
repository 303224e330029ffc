using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.DeleteDraft;
using OneStop.Dossiers.Features.RemoveFile;
using OneStop.Kernel.Files;

namespace OneStop.Dossiers.Tests.Citizen;

public sealed class UnusedFilesTests(CitizenSystem system) : IClassFixture<CitizenSystem>
{
    private static readonly TimeSpan Days = TimeSpan.FromDays(3);

    [Fact]
    public async Task Sweep_AfterAFileWasRemovedAndADraftDropped_DeletesTheirBytesOnceNobodyNamesThem()
    {
        var removed = await system.StartAsync();
        var dropped = await system.StartAsync();
        var kept = await system.StartAsync();
        await UploadAsync(removed, "only the first has it");
        await UploadAsync(dropped, "two of them have it");
        await UploadAsync(kept, "two of them have it");
        var (alone, shared) = (HashOf(await system.RowAsync(removed)), HashOf(await system.RowAsync(kept)));

        await system.DoAs(system.Citizen, new RemoveFile(removed, Assert.Single((await system.RowAsync(removed)).Files).Id));
        await system.DoAs(system.Citizen, new DeleteDraft(dropped));
        Assert.Equal(0, await system.SweepFilesAsync());
        Assert.True(IsThere(alone));

        system.Clock.Advance(Days);
        Assert.Equal(1, await system.SweepFilesAsync());
        Assert.False(IsThere(alone));
        Assert.True(IsThere(shared));

        await system.DoAs(system.Citizen, new DeleteDraft(kept));
        Assert.Equal(1, await system.SweepFilesAsync());
        Assert.False(IsThere(shared));
    }

    private static string HashOf(Dossier row) => Assert.Single(row.Files).Sha256;

    private bool IsThere(string hash) => system.Services.GetRequiredService<IFileStore>().Exists(hash);

    private async Task UploadAsync(Guid id, string words) =>
        Assert.True((await system.UploadAsync(id, "chung-sinh", [.. Samples.Pdf, .. System.Text.Encoding.UTF8.GetBytes($"% {words}")], "a.pdf")).IsSuccess);
}
