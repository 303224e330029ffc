using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OneStop.Documents.Contracts;
using OneStop.Documents.Data;
using OneStop.Documents.Features.CheckFile;
using OneStop.Documents.Forms.Templates;
using OneStop.Documents.Integrations;
using OneStop.Documents.Resources;
using OneStop.Documents.Signing;
using OneStop.Documents.Verification;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;

namespace OneStop.Documents;

public sealed class DocumentsModule : IModule
{
    private static readonly TimeSpan OutsideAnswer = TimeSpan.FromSeconds(15);

    public string Name => "Documents";

    public string Schema => DocumentsDbContext.SchemaName;

    public Type ContextType => typeof(DocumentsDbContext);

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<MenuItem> Menu { get; } = [new(typeof(VerifyTexts), "Menu", DocumentsUrls.Verify, "CheckCircle", MenuPlace.Citizen, 40, null)];

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddErrorTexts<DocumentsTexts>();
        services.AddSingleton<IStatutoryForms, StatutoryForms>();
        services.AddOptions<FormTemplateOptions>().BindConfiguration(FormTemplateOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FormTemplateOptions>, FormTemplateOptionsCheck>();
        services.AddOptions<SigningOptions>().BindConfiguration(SigningOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SigningOptions>, SigningOptionsCheck>();
        services.AddSingleton<FileCheckGate>().AddSingleton<CheckTickets>();
        CheckFileEndpoint.AddLimits(services);
        services.AddSingleton<TrustedIssuers>().AddSingleton<RevocationLists>().AddSingleton<PdfVerifier>();
        services.AddHttpClient(TimestampService.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (OutsideAnswer, TimestampService.LongestAnswer));
        services.AddHttpClient(RevocationLists.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (OutsideAnswer, RevocationLists.LongestList));
        services.AddSingleton<DevelopmentKeys>().AddSingleton<TimestampService>().AddSingleton<IDocumentSigner, PadesSigner>();
        // The one port to keys: an installation with tokens, an HSM or remote signing registers its own before this.
        services.TryAddSingleton<ISigningKeys, Pkcs12Keys>();
    }

    public void Map(IEndpointRouteBuilder endpoints) => CheckFileEndpoint.Map(endpoints);
}
