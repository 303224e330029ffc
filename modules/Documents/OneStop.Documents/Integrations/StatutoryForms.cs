using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Forms.Templates;

namespace OneStop.Documents.Integrations;

/// <summary>The papers are in Vietnamese whatever the reader's language: only that text is the legal one.</summary>
internal sealed class StatutoryForms(IOptions<FormTemplateOptions> options, IHostEnvironment environment) : IStatutoryForms
{
    // Read when the first form is asked for, not when a part that may print is made.
    private readonly Lazy<FormTemplates> templates = new(() => options.Value.Folder is { Length: > 0 } folder
        ? FormTemplates.Load(Path.GetFullPath(folder, environment.ContentRootPath))
        : FormTemplates.Shipped);

    private DossierForms Forms => new(FormTexts.Vietnamese, templates.Value);

    public FormInForce? InForce(StatutoryForm form, DateOnly day) => templates.Value.Find(form, day) is { } template
        ? new FormInForce(template.Set, template.Key, template.Name, template.Title.Replace('\n', ' '))
        : null;

    public byte[] Receipt(ReceiptData data) => Forms.Receipt(data);

    public byte[] SupplementRequest(SupplementRequestData data) => Forms.Supplement(data);

    public byte[] Refusal(RefusalData data) => Forms.Refusal(data);

    public byte[] Apology(ApologyData data) => Forms.Apology(data);

    public byte[] StopNotice(StopNoticeData data) => Forms.StopNotice(data);

    public byte[] ControlSlip(ControlSlipData data) => Forms.ControlSlip(data);

    public byte[] Register(RegisterData data) => new RegisterForm(FormTexts.Vietnamese, templates.Value).Render(data);

    public byte[] Result(ResultData data) => new ResultDocument(FormTexts.Vietnamese).Render(data);
}
