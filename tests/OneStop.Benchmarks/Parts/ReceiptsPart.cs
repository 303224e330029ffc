using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using OneStop.Documents;
using OneStop.Documents.Contracts;

namespace OneStop.Benchmarks.Parts;

// Receipts on one thread, counted against the processor time it took, so that neighbours on the machine do not show; and what memory does over 10,000.
internal static class ReceiptsPart
{
    private const int Warm = 200;
    private static readonly DateTimeOffset ReceivedAt = new(2026, 2, 5, 1, 5, 0, TimeSpan.Zero);

    public static FiguresTable NewTable() => new("receipts", "what is printed", "per second of one core", "KB a file", "aim");

    public static FiguresTable NewMemoryTable() => new("memory of receipts", "after", "live MB", "resident MB", "aim");

    public static void Run(FiguresTable table, FiguresTable memory, bool quick)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().Build();
        services.AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(new Surroundings()).AddSingleton(TimeProvider.System);
        new DocumentsModule().Add(services, configuration);
        using var provider = services.BuildServiceProvider();
        var forms = provider.GetRequiredService<IStatutoryForms>();
        var all = quick ? 1_000 : 10_000;

        Rate(forms, ReceiptCopies.Both, 4, Warm);
        var both = Rate(forms, ReceiptCopies.Both, 4, all / 10);
        table.Add("Mẫu 01, 4 papers", "both copies, as the desk prints", Figures.Rate(both.PerSecond), Kilobytes(both.Bytes), "");
        var forty = Rate(forms, ReceiptCopies.Customer, 40, all / 20);
        table.Add("Mẫu 01, 40 papers", "the citizen's copy", Figures.Rate(forty.PerSecond), Kilobytes(forty.Bytes), "");

        AddMemory(memory, "the start");
        var spent = TimeSpan.Zero;
        (double PerSecond, double Bytes) last = default;
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            last = Rate(forms, ReceiptCopies.Customer, 4, all / 10);
            spent += TimeSpan.FromSeconds(all / 10 / last.PerSecond);
            if (tenth is 1 or 5 or 10)
                AddMemory(memory, string.Create(CultureInfo.InvariantCulture, $"{tenth * all / 10:#,0} receipts"));
        }

        table.Add("Mẫu 01, 4 papers", "the citizen's copy", Figures.Rate(all / spent.TotalSeconds), Kilobytes(last.Bytes), "≥ 100");
        RunRegister(forms, table, memory, quick ? 3 : 10);
    }

    // Volume after volume, as the export of a long period prints them.
    private static void RunRegister(IStatutoryForms forms, FiguresTable table, FiguresTable memory, int volumes)
    {
        const int perVolume = 1_000;
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var bytes = 0L;
        for (var volume = 1; volume <= volumes; volume++)
        {
            bytes += forms.Register(Volume(volume, perVolume)).Length;
            if (volume == 1 || volume == volumes)
                AddMemory(memory, string.Create(CultureInfo.InvariantCulture, $"register, {volume * perVolume:#,0} dossiers"));
        }

        process.Refresh();
        var perSecond = volumes * perVolume / (process.TotalProcessorTime - before).TotalSeconds;
        table.Add("Sổ theo dõi hồ sơ", "rows, in volumes of 1,000", Figures.Rate(perSecond), Kilobytes((double)bytes / volumes), "");
    }

    private static RegisterData Volume(int volume, int rows)
    {
        var day = new DateOnly(2026, 2, 5);
        return new RegisterData("Ủy ban nhân dân quận Ba Đình", "Ủy ban nhân dân phường Phúc Xá", day, day, volume, day, ReceivedAt,
        [
            .. Enumerable.Range(1, rows).Select(number => new RegisterRow(
                number, string.Create(CultureInfo.InvariantCulture, $"H26.11.22.33-260205-{number:0000}"), "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng", 1,
                $"Nguyễn Thị Ánh Nguyệt {number}", "Số 12, ngõ 45 phố Tân Ấp, phường Phúc Xá; 0912 345 678", "Phòng Văn hóa - Xã hội", ReceivedAt, ReceivedAt.AddDays(30),
                ReceivedAt.AddHours(1), ReceivedAt.AddDays(29), ReceivedAt.AddDays(30), "Trực tuyến", "Đã nhận", null)),
        ]);
    }

    private static (double PerSecond, double Bytes) Rate(IStatutoryForms forms, ReceiptCopies copies, int papers, int count)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var bytes = 0L;
        for (var number = 0; number < count; number++)
            bytes += forms.Receipt(Receipt(number, copies, papers)).Length;
        process.Refresh();
        return (count / (process.TotalProcessorTime - before).TotalSeconds, (double)bytes / count);
    }

    private static void AddMemory(FiguresTable table, string after)
    {
        var live = GC.GetTotalMemory(forceFullCollection: true) / (1024d * 1024);
        using var process = Process.GetCurrentProcess();
        table.Add("", after, live.ToString("0.0", CultureInfo.InvariantCulture), (process.WorkingSet64 / (1024d * 1024)).ToString("0", CultureInfo.InvariantCulture), "flat");
    }

    private static string Kilobytes(double bytes) => (bytes / 1024).ToString("0", CultureInfo.InvariantCulture);

    private static ReceiptData Receipt(int number, ReceiptCopies copies, int papers)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"H26.11.22.33-260205-{number:0000}");
        var header = new FormHeader(
            "Ủy ban nhân dân quận Ba Đình", "Ủy ban nhân dân phường Phúc Xá", "Bộ phận tiếp nhận và trả kết quả", "Phúc Xá", $"{number}/BPTNTKQ", ReceivedAt, code,
            $"https://dichvucong.example/tra-cuu?ma={code}", $"Nguyễn Thị Ánh Nguyệt {number}", null, "Số 12, ngõ 45 phố Tân Ấp, phường Phúc Xá, quận Ba Đình, thành phố Hà Nội",
            "0912 345 678", "anhnguyet@example.vn", "001175****23", "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng",
            "Trần Văn Đức", "024 3829 0000")
        { VerifyUrl = $"https://dichvucong.example{PaperCode.PathOf(PaperCode.Of(Guid.NewGuid(), "mau-01"))}" };
        return new ReceiptData(
            header, [.. Enumerable.Range(1, papers).Select(row => new ReceiptComponent($"Bản sao Giấy khai sinh của trẻ em, giấy tờ thứ {row}", "Bản điện tử", null))], 1, "22 ngày làm việc",
            ReceivedAt, ReceivedAt.AddDays(39), "Bộ phận tiếp nhận và trả kết quả phường Phúc Xá", null, "K7QM2X")
        { Copies = copies };
    }

    private sealed class Surroundings : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "OneStop";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
