using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReadOwnFile;
using OneStop.Dossiers.Features.RemoveFile;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Dossiers.Integrations;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Citizen;

public sealed class UploadTests(CitizenSystem system) : IClassFixture<CitizenSystem>
{
    public static TheoryData<string, byte[], string?> Files => new()
    {
        { "a.pdf", Samples.Pdf, null },
        { "ảnh.jpg", Samples.Jpeg, null },
        { "IMG_0001.HEIC", Samples.Heic, null },
        { "IMG_0001.jpg", Samples.Heic, null },
        { "don.docx", Zip("[Content_Types].xml", "word/document.xml"), null },
        { "bang.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml"), null },
        { "khong-duoi", Samples.Pdf, null },
        { "rong.pdf", [], UploadErrors.Empty },
        { "hoa-don.pdf", Samples.Program, UploadErrors.UnknownType },
        { "trang.html", "<html><script>"u8.ToArray(), UploadErrors.UnknownType },
        { "macro.docx", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), UploadErrors.UnknownType },
        { "goi.zip", Zip("a.txt"), UploadErrors.UnknownType },
        { "anh.pdf", Samples.Jpeg, UploadErrors.Disguised },
        { "don.docx", Samples.Pdf, UploadErrors.Disguised },
        { "eicar.txt", Encoding.ASCII.GetBytes(FakeClamd.Eicar), UploadErrors.UnknownType },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Upload_ByContent_IsTakenOrRefusedWithAReason(string name, byte[] bytes, string? error)
    {
        var id = await system.StartAsync();

        var added = await system.UploadAsync(id, "chung-sinh", bytes, name);

        Assert.Equal(error, added.IsFailure ? added.Error.Code : null);
        Assert.Equal(error is null ? 1 : 0, (await system.DraftAsync(id)).Papers[0].Files.Count);
    }

    [Fact]
    public async Task Upload_ForAPaperNobodyAskedFor_IsRefused()
    {
        var id = await system.StartAsync();

        Assert.Equal(DossierErrors.UnknownComponent, (await system.SendAs(system.Citizen, new MayUpload(id, "khac"))).Error.Code);
        Assert.Equal(DossierErrors.UnknownComponent, (await system.UploadAsync(id, "khac", Samples.Pdf, "a.pdf")).Error.Code);
    }

    [Fact]
    public async Task Upload_SideBySide_LosesNone()
    {
        var id = await system.StartAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => system.UploadAsync(id, "chung-sinh", [.. Samples.Pdf, (byte)i], $"trang {i}.pdf")));

        Assert.All(added, a => Assert.True(a.IsSuccess));
        Assert.Equal(6, (await system.DraftAsync(id)).Papers[0].Files.Count);
    }

    [Fact]
    public async Task Upload_NameWithAPathAndDecomposedLetters_IsStoredCleanAndComposed()
    {
        var id = await system.StartAsync();

        var added = await system.UploadAsync(id, "chung-sinh", Samples.Pdf, @"C:\Tài liệu\" + "Giấy khai sinh.pdf".Normalize(NormalizationForm.FormD));

        Assert.Equal("Giấy khai sinh.pdf", added.Value.Name);
    }

    [Fact]
    public async Task Remove_Twice_IsRemovedOnce()
    {
        var id = await system.StartAsync();
        var file = (await system.UploadAsync(id, "chung-sinh", Samples.Pdf, "a.pdf")).Value;

        Assert.True((await system.SendAs(system.Citizen, new RemoveFile(id, file.Id))).IsSuccess);
        Assert.True((await system.SendAs(system.Citizen, new RemoveFile(id, file.Id))).IsSuccess);
    }

    [Fact]
    public async Task Read_File_OnlyByItsOwner()
    {
        var id = await system.StartAsync();
        var file = (await system.UploadAsync(id, "chung-sinh", Samples.Pdf, "a.pdf")).Value;

        Assert.Equal("application/pdf", (await system.DoAs(system.Citizen, new ReadOwnFile(id, file.Id))).ContentType);
        Assert.Equal(DossierErrors.Missing, (await system.SendAs(TestCallers.Citizen(), new ReadOwnFile(id, file.Id))).Error.Code);
    }

    [Fact]
    public async Task Upload_LargerThanAllowed_IsRefusedAndLeavesNothing()
    {
        var intake = system.Services.GetRequiredService<FileIntake>();

        var taken = await intake.TakeAsync(new EndlessPdf(DossierFile.MaxBytes + 1), "to.pdf", CancellationToken.None);

        Assert.Equal(UploadErrors.TooLarge, taken.Error.Code);
        Assert.Empty(Directory.GetFiles(Path.Combine(system.FilesFolder, "incoming")));
    }

    private static byte[] Zip(params string[] names)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
                zip.CreateEntry(name);
        }

        return memory.ToArray();
    }

    private sealed class EndlessPdf(long length) : MemoryStream
    {
        private bool begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, length);
            buffer.Span[..count].Clear();
            if (!begun)
                "%PDF-"u8.CopyTo(buffer.Span);
            begun = true;
            length -= count;
            return new(count);
        }
    }
}

// With a scanner: what it finds is refused, and when it is down nothing comes in.
public sealed class ScannedUploadTests : IAsyncLifetime
{
    private readonly FakeClamd clamd = new();
    private readonly ScannedSystem system;

    public ScannedUploadTests() => system = new ScannedSystem(clamd.Port);

    public Task InitializeAsync() => system.InitializeAsync();

    public async Task DisposeAsync()
    {
        await system.DisposeAsync();
        clamd.Dispose();
    }

    [Fact]
    public async Task Upload_InfectedFiles_AreRefusedAndNotKept()
    {
        var id = await system.StartAsync();

        Assert.Equal(UploadErrors.Infected, (await system.UploadAsync(id, "chung-sinh", Encoding.ASCII.GetBytes(FakeClamd.Eicar), "eicar.com")).Error.Code);
        Assert.Equal(UploadErrors.Infected, (await system.UploadAsync(id, "chung-sinh", [.. Samples.Pdf, .. Encoding.ASCII.GetBytes(FakeClamd.Eicar)], "a.pdf")).Error.Code);
        Assert.True((await system.UploadAsync(id, "chung-sinh", Samples.Pdf, "sach.pdf")).IsSuccess);
        Assert.Single(Directory.GetFiles(system.FilesFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Upload_ScannerDown_AsksToTryLater()
    {
        var id = await system.StartAsync();
        clamd.Dispose();

        Assert.Equal(UploadErrors.NotScanned, (await system.UploadAsync(id, "chung-sinh", Samples.Pdf, "a.pdf")).Error.Code);
    }

    private sealed class ScannedSystem(int port) : CitizenSystem
    {
        protected override void Configure(IDictionary<string, string?> settings)
        {
            settings["Files:Clamd:Host"] = IPAddress.Loopback.ToString();
            settings["Files:Clamd:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}

// Speaks enough of clamd: INSTREAM, and finds one thing.
internal sealed class FakeClamd : IDisposable
{
    // Split, so that no scanner takes this source for the test virus itself.
    public const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE" + "!$H+H*";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public FakeClamd()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = ServeAsync();
    }

    public int Port { get; }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private static async Task AnswerAsync(NetworkStream stream)
    {
        var greeting = new byte[10];
        await stream.ReadExactlyAsync(greeting);
        using var seen = new MemoryStream();
        while (await NextLengthAsync(stream) is > 0 and var count)
        {
            var block = new byte[count];
            await stream.ReadExactlyAsync(block);
            seen.Write(block);
        }

        var found = Encoding.ASCII.GetString(seen.ToArray()).Contains("EICAR-STANDARD", StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0"));
    }

    private static async Task<int> NextLengthAsync(NetworkStream stream)
    {
        var length = new byte[4];
        await stream.ReadExactlyAsync(length);
        return BinaryPrimitives.ReadInt32BigEndian(length);
    }
}
