using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals.Features.ReadConsultation;

public sealed partial class ConsultationPage
{
    private ConsultationPlace? place;
    private string? fatal;

    [Parameter]
    public Guid ConsultationId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        var read = await Dispatcher.Send(new ReadConsultationQuery(ConsultationId));
        if (read.TryGet(out var found))
            place = found;
        else
            fatal = Errors.Describe(read.Error);
    }
}
