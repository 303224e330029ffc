using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ExportRegister;
using OneStop.Dossiers.Features.ListRegisterExports;
using OneStop.Dossiers.Features.ReadRegisterFile;
using OneStop.Dossiers.Register;
using OneStop.Kernel.Files;
using OneStop.Kernel.Time;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class RegisterExportTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    private DateOnly Today => system.Clock.Now.VietnamDate();

    [Fact]
    public async Task Export_AsASpreadsheet_HasARowForEachDossierOfTheUnitAndNoFormula()
    {
        var code = await AcceptedAsync("=HYPERLINK(\"x\") & <Ánh>");
        await AcceptedAsync("Nguyễn Văn Bình");

        var (name, content) = await ExportAsync(RegisterFormat.Spreadsheet);

        Assert.EndsWith(".xlsx", name, StringComparison.Ordinal);
        using var archive = new ZipArchive(content);
        var sheet = await ReadAsync(archive, "xl/worksheets/sheet1.xml");
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var rows = sheet.Descendants(main + "row").ToArray();
        Assert.Equal(await CountAsync() + 3, rows.Length);
        Assert.Contains(rows, row => row.Value.Contains(code, StringComparison.Ordinal) && row.Value.Contains("=HYPERLINK(\"x\") & <Ánh>", StringComparison.Ordinal));
        Assert.Empty(sheet.Descendants(main + "f"));
        Assert.All(archive.Entries, entry => Assert.NotNull(XDocument.Load(entry.Open())));
    }

    [Fact]
    public async Task Export_AsASpreadsheet_IsValidOfficeOpenXmlWithHeadsThatStayAndDatesThatAreDates()
    {
        system.Clock.Advance(TimeSpan.FromSeconds(7));
        var code = await AcceptedAsync(string.Join(' ', Enumerable.Repeat("Công ty trách nhiệm hữu hạn Ánh Dương", 5)));

        var (_, content) = await ExportAsync(RegisterFormat.Spreadsheet);

        using var document = SpreadsheetDocument.Open(content, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(problem => $"{problem.Path?.XPath}: {problem.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Equal((3D, PaneStateValues.Frozen), sheet.Descendants<Pane>().Select(pane => (pane.VerticalSplit!.Value, pane.State!.Value)).Single());
        Assert.Equal((true, 1U, 0U), (sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value, sheet.Descendants<PageSetup>().Single().FitToWidth!.Value, sheet.Descendants<PageSetup>().Single().FitToHeight!.Value));
        Assert.Equal(15, sheet.Descendants<Column>().Count());
        var row = sheet.Descendants<Row>().Single(r => r.InnerText.Contains(code, StringComparison.Ordinal));
        var received = row.Elements<Cell>().ElementAt(7);
        var format = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)received.StyleIndex!.Value);
        Assert.Equal("dd/mm/yyyy\\ hh:mm", document.WorkbookPart.WorkbookStylesPart.Stylesheet.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId! == format.NumberFormatId!).FormatCode);
        // Eight o'clock that is a twentieth of a second short is shown as 07:59.
        var written = DateTime.FromOADate(double.Parse(received.CellValue!.Text, CultureInfo.InvariantCulture));
        var acceptedAt = await system.AskAsync<DossiersDbContext, DateTimeOffset?>(c => c.Dossiers.Where(d => d.Code == code).Select(d => d.AcceptedAt).SingleAsync());
        Assert.InRange((acceptedAt!.Value.ToVietnam().DateTime - written).Duration(), TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
        Assert.True(row.Height!.Value >= 6 * 15, "A long name is not cut off.");
    }

    [Fact]
    public async Task Export_AsPdf_IsBoundInVolumes()
    {
        await AcceptedAsync("Nguyễn Văn Bình");

        var (name, content) = await ExportAsync(RegisterFormat.Pdf);

        Assert.EndsWith(".zip", name, StringComparison.Ordinal);
        using var archive = new ZipArchive(content);
        var volume = Assert.Single(archive.Entries);
        Assert.Equal("quyen-001.pdf", volume.Name);
        await using var pdf = await volume.OpenAsync();
        var start = new byte[4];
        await pdf.ReadExactlyAsync(start);
        Assert.Equal("%PDF", Encoding.ASCII.GetString(start));
    }

    [Fact]
    public async Task Export_RunTwice_GivesOneFile()
    {
        await AcceptedAsync("Nguyễn Văn Bình");
        var id = await system.DoAs(system.Clerk, new ExportRegister(Today, Today, null, RegisterFilter.All, RegisterFormat.Spreadsheet));
        var run = system.Services.GetRequiredService<RegisterExportRun>();

        Assert.Equal(1, await run.RunDueAsync(default));
        Assert.Equal(0, await run.RunDueAsync(default));

        var done = (await system.DoAs(system.Clerk, new ListRegisterExports())).Single(e => e.Id == id);
        Assert.Equal((RegisterExportState.Ready, done.Total), (done.State, done.Written));
    }

    [Fact]
    public async Task Export_OfANodeThatDied_IsTakenUpWhenItsLeaseEnds()
    {
        await AcceptedAsync("Nguyễn Văn Bình");
        var id = await system.DoAs(system.Clerk, new ExportRegister(Today, Today, null, RegisterFilter.All, RegisterFormat.Spreadsheet));
        await system.InScopeAsync(async services => await services.GetRequiredService<DossiersDbContext>().RegisterExports.Where(e => e.Id == id)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, RegisterExportState.Running).SetProperty(x => x.LeasedUntil, system.Clock.Now.AddMinutes(5))));
        var run = system.Services.GetRequiredService<RegisterExportRun>();

        Assert.Equal(0, await run.RunDueAsync(default));
        system.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await run.RunDueAsync(default));

        Assert.Equal(RegisterExportState.Ready, (await system.DoAs(system.Clerk, new ListRegisterExports())).Single(e => e.Id == id).State);
    }

    [Fact]
    public async Task Export_BadInput_IsRefusedAtTheField()
    {
        var nothing = await system.SendAs(system.Clerk, new ExportRegister(null, null, null, RegisterFilter.All, RegisterFormat.Pdf));
        var backwards = await system.SendAs(system.Clerk, new ExportRegister(Today, Today.AddDays(-1), null, RegisterFilter.All, RegisterFormat.Pdf));
        var endless = await system.SendAs(system.Clerk, new ExportRegister(Today.AddYears(-9), Today, null, RegisterFilter.All, RegisterFormat.Pdf));
        var empty = await system.SendAs(system.Clerk, new ExportRegister(Today.AddYears(-2), Today.AddYears(-2), null, RegisterFilter.All, RegisterFormat.Pdf));
        var strange = await system.SendAs(system.Clerk, new ExportRegister(Today, Today, null, (RegisterFilter)9, RegisterFormat.Pdf));

        Assert.Equal(["From", "To"], nothing.Errors.Select(e => e.Field));
        Assert.Equal(RegisterErrors.EndsBeforeItBegins, backwards.Error.Code);
        Assert.Equal(RegisterErrors.TooLong, endless.Error.Code);
        Assert.Equal(RegisterErrors.Nothing, empty.Error.Code);
        Assert.Equal(RegisterErrors.ChoiceUnknown, strange.Error.Code);
    }

    [Fact]
    public async Task ReadRegisterFile_OfAnotherClerk_IsNotFound()
    {
        await AcceptedAsync("Nguyễn Văn Bình");
        var id = await system.DoAs(system.Clerk, new ExportRegister(Today, Today, null, RegisterFilter.All, RegisterFormat.Spreadsheet));
        await system.Services.GetRequiredService<RegisterExportRun>().RunDueAsync(default);

        Assert.True((await system.SendAs(TestCallers.Citizen(), new ReadRegisterFile(id))).IsFailure);
        Assert.True((await system.SendAs(system.Clerk with { AccountId = Guid.NewGuid() }, new ReadRegisterFile(id))).IsFailure);
        Assert.True((await system.SendAs(system.Clerk, new ReadRegisterFile(id))).IsSuccess);
    }

    // A page that has been written is let go: what is held does not grow with the rows.
    [Fact]
    public async Task Write_TwentyThousandRows_HoldsNoMoreThanAFewPages()
    {
        var export = new RegisterExport
        {
            RequestedByName = "", AgencyName = "Ủy ban nhân dân Phường Phúc Xá", Scope = "*", From = Today, To = Today, Format = RegisterFormat.Spreadsheet,
        };
        var writer = system.Services.GetRequiredService<RegisterWriter>();
        var pages = new List<WeakReference>();
        var (told, held) = (0, 0);
        await using var output = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);

        await writer.WriteAsync(export, PagesAsync(20_000, pages), output, system.Clock.Now, _ =>
        {
            told++;
            GC.Collect();
            held = Math.Max(held, pages.Count(p => p.IsAlive));
            return Task.CompletedTask;
        }, CancellationToken.None);

        Assert.True(told > 10 && pages.Count > 10, $"{told} reports, {pages.Count} pages");
        Assert.True(held <= 3, $"{held} of {pages.Count} pages were held at once");
    }

    private async IAsyncEnumerable<IReadOnlyList<RegisterRow>> PagesAsync(int count, List<WeakReference> pages)
    {
        for (var first = 0; first < count; first += RegisterRows.PageSize)
        {
            await Task.Yield();
            yield return Page(first, pages);
        }
    }

    private List<RegisterRow> Page(int first, List<WeakReference> pages)
    {
        List<RegisterRow> page = [.. Enumerable.Range(first, RegisterRows.PageSize).Select(number => new RegisterRow(
            number, $"H26.1.1-260302-{number:00000}", "Trợ cấp xã hội hàng tháng", 1, $"Người nộp {number}", "Số 1, Phường Phúc Xá", "Phòng Văn hóa", system.Clock.Now, null, null,
            null, null, null, null, null))];
        pages.Add(new WeakReference(page));
        return page;
    }

    private async Task<string> AcceptedAsync(string applicant)
    {
        var id = await system.FileAsync(applicant: applicant);
        return (await system.AcceptAsync(id)).Code;
    }

    private Task<int> CountAsync() => system.AskAsync<DossiersDbContext, int>(c => c.Dossiers.CountAsync(d => d.AcceptedAt != null && d.ReceivingAgencyPath == DeskSystem.Ward.Path));

    private async Task<(string Name, Stream Content)> ExportAsync(RegisterFormat format)
    {
        var id = await system.DoAs(system.Clerk, new ExportRegister(Today, Today, null, RegisterFilter.All, format));
        await system.Services.GetRequiredService<RegisterExportRun>().RunDueAsync(default);
        var file = await system.DoAs(system.Clerk, new ReadRegisterFile(id));
        return (file.Name, system.Services.GetRequiredService<IFileStore>().OpenRead(file.Sha256)!);
    }

    private static async Task<XDocument> ReadAsync(ZipArchive archive, string name)
    {
        await using var stream = await archive.GetEntry(name)!.OpenAsync();
        return await XDocument.LoadAsync(stream, LoadOptions.None, default);
    }
}
