using Microsoft.AspNetCore.Components;
using OneStop.Documents.Contracts;
using OneStop.Documents.Domain;
using OneStop.Documents.Features.CheckFile;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Documents.Features.VerifyPaper;

public sealed partial class VerifyPaperPage
{
    private PaperFacts? paper;
    private FileCheck? check;
    private string? problem;
    private string? fileProblem;

    [Parameter]
    public string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "ma")]
    private string? Typed { get; set; }

    [SupplyParameterFromQuery(Name = "kq")]
    private string? Ticket { get; set; }

    [SupplyParameterFromQuery(Name = "loi")]
    private string? Failure { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private CheckTickets Tickets { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private FileCheckView? View => check is null ? null : FileCheckView.Of(check);

    protected override async Task OnInitializedAsync()
    {
        // A right code goes to the address that the QR opens, so that it can be passed on.
        if (Code is null && PaperCode.Read(Typed) is { } typed)
        {
            Navigation.NavigateTo(PaperCode.PathOf(typed));
            return;
        }

        check = Tickets.Read(Ticket);
        fileProblem = Failure is PaperErrors.FileMissing or PaperErrors.FileNotPdf or PaperErrors.FileEncrypted or PaperErrors.FileTooLarge
            ? Errors.Describe(Error.Invalid(Failure, "file", CheckFile.CheckFile.MaxBytes / (1024 * 1024)))
            : null;
        if ((Code ?? Typed) is { Length: > 0 } asked)
            await ReadAsync(asked);
    }

    private async Task ReadAsync(string asked)
    {
        var read = await Dispatcher.Send(new VerifyPaper(asked));
        if (!read.TryGet(out paper))
            problem = Errors.Describe(read.Error);
    }

    private static Tone ToneOf(PaperStatus status) => status switch
    {
        PaperStatus.Valid => Tone.Done,
        PaperStatus.Replaced => Tone.Warning,
        _ => Tone.Late,
    };
}
