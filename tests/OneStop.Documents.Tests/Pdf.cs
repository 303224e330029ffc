using System.Diagnostics;
using System.Text;

namespace OneStop.Documents.Tests;

/// <summary>Reads a PDF with the poppler tools, as any other program would.</summary>
internal sealed class Pdf : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-pdf-").FullName;

    public Pdf(byte[] content)
    {
        Path = System.IO.Path.Combine(folder, "paper.pdf");
        File.WriteAllBytes(Path, content);
        if (Environment.GetEnvironmentVariable("ONESTOP_KEEP_PDF") is { Length: > 0 } keep)
        {
            File.WriteAllBytes(System.IO.Path.Combine(keep, $"{Guid.NewGuid():N}.pdf"), content);
        }
    }

    public string Path { get; }

    public Task<string> TextAsync() => RunAsync("pdftotext", "-layout", Path, "-");

    public async Task<string> FlowingTextAsync() => string.Join(' ', (await RunAsync("pdftotext", Path, "-")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<string[]> PagesAsync() => (await TextAsync()).TrimEnd('\f').Split('\f');

    public Task<string> InfoAsync() => RunAsync("pdfinfo", Path);

    public Task<string> FontsAsync() => RunAsync("pdffonts", Path);

    public Task<string> SignaturesAsync() => RunAsync("pdfsig", "-nocert", Path);

    /// <summary>The first page as a small grey picture.</summary>
    public async Task PictureAsync(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        await RunAsync("pdftoppm", "-png", "-gray", "-r", "72", "-f", "1", "-l", "1", "-singlefile", Path, path);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output + await errors;
    }
}
