using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Catalogue.Contracts;
using OneStop.Documents;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Dossiers.Features.SaveSection;
using OneStop.Dossiers.Features.StartDossier;
using OneStop.Dossiers.Features.SubmitDossier;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Dossiers.Integrations;
using OneStop.Dossiers.Tests.Desk;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;
using OneStop.TestKit;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Citizen;

// The module as citizens meet it, with simple neighbours.
public class CitizenSystem : TestSystem
{
    public Caller Citizen { get; } = TestCallers.Citizen();

    protected override IReadOnlyList<IModule> Modules => [new DossiersModule(), new DocumentsModule()];

    protected override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<FilingCatalogue>().AddSingleton<ICatalogue>(s => s.GetRequiredService<FilingCatalogue>());
        services.AddSingleton<IOrganisationDirectory, FilingOrganisation>().AddSingleton<IWorkingCalendar, FakeCalendar>().AddSingleton<ITaskAccess, FakeTaskAccess>();
        services.AddSingleton<IAccountDirectory, FilingAccounts>().AddSingleton<ICitizenNumberRules, FilingNumbers>();
        services.AddRateLimiter(_ => { }).AddOutputCache();
    }

    internal Task<Guid> StartAsync(string? key = null) =>
        DoAs(Citizen, new StartDossier("1.001193", FilingOrganisation.Competent, null, key ?? Guid.NewGuid().ToString()));

    internal Task<Result<SavedSection>> SaveAsync(Guid id, string section, params (string Key, string Value)[] values) =>
        SendAs(Citizen, new SaveSection(id, section, values.ToDictionary(v => v.Key, v => v.Value)));

    internal Task<DraftView> DraftAsync(Guid id) => DoAs(Citizen, new ReadDraft(id));

    internal Task<Result<FileView>> UploadAsync(Guid id, string component, byte[] bytes, string name) => InScopeAsync(async services =>
    {
        var taken = await services.GetRequiredService<FileIntake>().TakeAsync(new MemoryStream(bytes), name, CancellationToken.None);
        return taken.TryGet(out var file) ? await SendAs(Citizen, new AddFile(id, component, file)) : taken.AsFailure<FileView>();
    });

    // A draft with nothing missing.
    internal async Task<Guid> CompleteAsync()
    {
        var id = await StartAsync();
        Assert.Empty((await SaveAsync(id, "child", ("child_name", "Nguyễn Minh An"), ("child_birth_date", "02/03/2026"))).Value.Errors);
        Assert.True((await UploadAsync(id, "chung-sinh", Samples.Pdf, "giấy chứng sinh.pdf")).IsSuccess);
        return id;
    }

    internal async Task<Guid> SentAsync()
    {
        var id = await CompleteAsync();
        await DoAs(Citizen, new SubmitDossier(id));
        return id;
    }

    internal Task<Dossier> RowAsync(Guid id) => AskAsync<DossiersDbContext, Dossier>(c => c.Dossiers.AsNoTracking()
        .Include(d => d.Files).Include(d => d.Supplements).Include(d => d.History).AsSplitQuery().FirstAsync(d => d.Id == id));

    internal Task ChangeAsync(Guid id, Func<Dossier, bool> change) => InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<DossiersDbContext>();
        Assert.True(change(await context.Dossiers.FirstAsync(d => d.Id == id)));
        await context.SaveChangesAsync();
    });
}

internal static class Samples
{
    public static byte[] Pdf => [.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"u8];

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[60]];

    public static byte[] Heic => [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[60]];

    public static byte[] Program => [.. "MZ"u8, .. new byte[100]];
}
