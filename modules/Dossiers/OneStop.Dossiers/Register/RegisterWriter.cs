using System.Globalization;
using System.IO.Compression;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Register;

internal sealed record WrittenRegister(string FileName, int Rows, int Volumes);

// Writes an ordered register into a stream. The PDF is bound in volumes: a book of paper has as many pages as can be held, and so has memory.
internal sealed class RegisterWriter(IStatutoryForms forms, PaperWords words)
{
    public const int RowsPerVolume = 1_000;

    public Task<WrittenRegister> WriteAsync(
        RegisterExport export, IAsyncEnumerable<IReadOnlyList<RegisterRow>> pages, Stream output, DateTimeOffset now, Func<int, Task> progress,
        CancellationToken cancellationToken) => export.Format == RegisterFormat.Spreadsheet
            ? WriteSheetAsync(export, pages, output, progress, cancellationToken)
            : WriteVolumesAsync(export, pages, output, now, progress, cancellationToken);

    private static string NameOf(RegisterExport export, string ending) =>
        string.Create(CultureInfo.InvariantCulture, $"so-theo-doi-ho-so-{export.From:yyyyMMdd}-{export.To:yyyyMMdd}.{ending}");

    private async Task<WrittenRegister> WriteSheetAsync(
        RegisterExport export, IAsyncEnumerable<IReadOnlyList<RegisterRow>> pages, Stream output, Func<int, Task> progress, CancellationToken cancellationToken)
    {
        var written = 0;
        var title = words.Say("Register.SheetTitle", Day(export.From), Day(export.To), export.AgencyName);
        await using (var sheet = new SheetWriter(output, words.Say("Register.SheetName"), title, Columns()))
        {
            await foreach (var page in pages.WithCancellation(cancellationToken))
            {
                foreach (var row in page)
                    await sheet.AddAsync(
                    [
                        ++written, row.Code, row.ProcedureName, row.Sets, row.ApplicantName, row.Contact, row.SolvingAgency, Local(row.ReceivedAt), Local(row.DueAt), Local(row.ForwardedAt),
                        Local(row.ResultAt), Local(row.ReturnedAt), row.ReturnMethod, row.SignedFor, row.Note,
                    ]);
                await progress(written);
            }
        }

        return new WrittenRegister(NameOf(export, "xlsx"), written, 1);
    }

    private async Task<WrittenRegister> WriteVolumesAsync(
        RegisterExport export, IAsyncEnumerable<IReadOnlyList<RegisterRow>> pages, Stream output, DateTimeOffset now, Func<int, Task> progress,
        CancellationToken cancellationToken)
    {
        var (written, volume) = (0, 0);
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            await foreach (var page in pages.WithCancellation(cancellationToken))
            {
                var pdf = forms.Register(new RegisterData(export.SuperiorAgency, export.AgencyName, export.From, export.To, ++volume, export.To, now, page));
                await using (var entry = archive.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"quyen-{volume:000}.pdf"), CompressionLevel.NoCompression).Open())
                    await entry.WriteAsync(pdf, cancellationToken);
                written += page.Count;
                await progress(written);
            }
        }

        return new WrittenRegister(NameOf(export, "zip"), written, volume);
    }

    private SheetColumn[] Columns()
    {
        var (dates, returned) = (words.Say("Register.Group.Dates"), words.Say("Register.Group.Return"));
        return
        [
            new(words.Say("Register.Column.Number"), 7), new(words.Say("Register.Column.Code"), 27), new(words.Say("Register.Column.Procedure"), 40),
            new(words.Say("Register.Column.Sets"), 10), new(words.Say("Register.Column.Applicant"), 26), new(words.Say("Register.Column.Contact"), 40),
            new(words.Say("Register.Column.Agency"), 28), new(words.Say("Register.Column.Received"), 17, dates), new(words.Say("Register.Column.Due"), 17, dates),
            new(words.Say("Register.Column.Forwarded"), 17, dates), new(words.Say("Register.Column.Result"), 17, dates), new(words.Say("Register.Column.Returned"), 17, returned),
            new(words.Say("Register.Column.Method"), 16, returned), new(words.Say("Register.Column.Signed"), 12, returned), new(words.Say("Register.Column.Note"), 18),
        ];
    }

    private static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    // A spreadsheet knows no zones: the hour on the wall in Việt Nam.
    private static DateTime? Local(DateTimeOffset? moment) => moment?.ToVietnam().DateTime;
}
