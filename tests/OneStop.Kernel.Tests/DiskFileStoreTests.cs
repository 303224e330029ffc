using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Files;
using OneStop.TestKit.Time;
using Xunit;

namespace OneStop.Kernel.Tests;

public sealed class DiskFileStoreTests : IDisposable
{
    private readonly string root = Path.Combine(Path.GetTempPath(), $"onestop-store-{Guid.NewGuid():N}");
    private readonly DiskFileStore store;
    private readonly FakeClock clock = new();

    public DiskFileStoreTests() => store = new DiskFileStore(Options.Create(new FileStoreOptions { Root = root }), new Environment(Path.GetTempPath()), clock);

    [Fact]
    public async Task Save_ThenOpen_GivesTheSameBytesUnderTheirHash()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var stored = await store.SaveAsync(new MemoryStream(bytes), bytes.Length, CancellationToken.None);

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.LongLength), (stored.Sha256, stored.Length));
        Assert.True(store.Exists(stored.Sha256));
        await using var read = store.OpenRead(stored.Sha256)!;
        Assert.True(read.CanSeek);
        Assert.Equal(bytes, await ReadAllAsync(read));
    }

    [Fact]
    public async Task Save_OfTheSameBytesTwice_KeepsOneFile()
    {
        await store.SaveAsync(new MemoryStream([1, 2, 3]), 10, CancellationToken.None);
        await store.SaveAsync(new MemoryStream([1, 2, 3]), 10, CancellationToken.None);

        Assert.Single(AllFiles());
    }

    [Fact]
    public async Task Save_AtOnceFromMany_KeepsOneWholeFile()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);

        await Parallel.ForAsync(0, 16, async (_, token) => await store.SaveAsync(new MemoryStream(bytes), bytes.Length, token));

        Assert.Equal(bytes.Length, new FileInfo(Assert.Single(AllFiles())).Length);
    }

    [Fact]
    public async Task Save_OfExactlyTheLimit_IsTaken() => Assert.Equal(5, (await store.SaveAsync(new MemoryStream(new byte[5]), 5, CancellationToken.None)).Length);

    [Fact]
    public async Task Save_OverTheLimit_IsRefusedAndLeavesNothing()
    {
        var refused = await Assert.ThrowsAsync<FileTooLargeException>(() => store.SaveAsync(new MemoryStream(new byte[6]), 5, CancellationToken.None));

        Assert.Equal(5, refused.MaxLength);
        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task Save_WhenCancelledHalfway_LeavesNothing()
    {
        using var cancel = new CancellationTokenSource();
        await using var content = new StoppingStream(1_000_000, stopAt: 400_000, cancel.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync(content, long.MaxValue, cancel.Token));

        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task Save_WhenTheSenderBreaksOff_LeavesNothing()
    {
        await using var content = new StoppingStream(1_000_000, stopAt: 400_000, () => throw new IOException("gone"));

        await Assert.ThrowsAsync<IOException>(() => store.SaveAsync(content, long.MaxValue, CancellationToken.None));

        Assert.Empty(AllFiles());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void OpenRead_OfWhatIsNotThere_IsNull(string address)
    {
        Assert.Null(store.OpenRead(address));
        Assert.False(store.Exists(address));
    }

    [Fact]
    public async Task Delete_OfOldContent_TakesItAway()
    {
        var stored = await store.SaveAsync(new MemoryStream([1, 2, 3]), 10, CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(3));
        var before = clock.Now - TimeSpan.FromDays(2);
        await store.SaveAsync(new MemoryStream([4, 5, 6]), 10, CancellationToken.None);

        Assert.Equal([stored.Sha256], store.SavedBefore(before));
        Assert.True(store.Delete(stored.Sha256, before));
        Assert.False(store.Exists(stored.Sha256));
        Assert.Single(AllFiles());
    }

    [Fact]
    public async Task Delete_OfContentSavedAnewMeanwhile_LeavesIt()
    {
        var stored = await store.SaveAsync(new MemoryStream([1, 2, 3]), 10, CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(3));
        var before = clock.Now - TimeSpan.FromDays(2);
        Assert.Equal([stored.Sha256], store.SavedBefore(before));
        await store.SaveAsync(new MemoryStream([1, 2, 3]), 10, CancellationToken.None);

        Assert.False(store.Delete(stored.Sha256, before));
        Assert.True(store.Exists(stored.Sha256));
    }

    // What is promised is that whoever has saved finds it, whenever the deletion came.
    [Fact]
    public async Task Delete_AtOnceWithManySavings_NeverTakesWhatWasSaved()
    {
        var bytes = RandomNumberGenerator.GetBytes(2_000);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        for (var round = 0; round < 200; round++)
        {
            await store.SaveAsync(new MemoryStream(bytes), bytes.Length, CancellationToken.None);
            clock.Advance(TimeSpan.FromDays(3));
            var before = clock.Now - TimeSpan.FromDays(2);

            await Task.WhenAll(Task.Run(() => store.Delete(hash, before)), Task.Run(() => store.SaveAsync(new MemoryStream(bytes), bytes.Length, CancellationToken.None)));

            Assert.True(store.Exists(hash), $"round {round}");
        }
    }

    [Fact]
    public async Task SavedBefore_AfterADeletionThatWasBrokenOff_PutsTheContentBack()
    {
        var stored = await store.SaveAsync(new MemoryStream([1, 2, 3]), 10, CancellationToken.None);
        var aside = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "leaving")).FullName, stored.Sha256);
        File.Move(Assert.Single(AllFiles()), aside);
        Assert.False(store.Exists(stored.Sha256));

        _ = store.SavedBefore(clock.Now);

        Assert.True(store.Exists(stored.Sha256));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string[] AllFiles() => Directory.GetFiles(root, "*", SearchOption.AllDirectories);

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private sealed class StoppingStream(long length, long stopAt, Action stop) : MemoryStream(new byte[length])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= stopAt)
                stop();
            return base.ReadAsync(buffer, cancellationToken);
        }
    }

    private sealed class Environment(string contentRoot) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Testing";
        public string ApplicationName { get; set; } = "OneStop";
        public string ContentRootPath { get; set; } = contentRoot;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
