using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Catalogue.Contracts;
using OneStop.Documents;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AcceptDossier;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Modules;
using OneStop.Organisation.Contracts;
using OneStop.TestKit;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

// The module with the real papers and signatures, and simple neighbours. One of it for each test class.
public sealed class DeskSystem : TestSystem
{
    public const string LookupCodeOfAll = "K7M2PX";
    private int filed;

    internal static readonly AgencyInfo Ward = new(
        TestCallers.Ward.AgencyId, "H26.1.1", "Ủy ban nhân dân Phường Phúc Xá", Levels.Commune, TestCallers.Ward.AgencyPath, "00001",
        "Bộ phận Tiếp nhận và Trả kết quả", "Ủy ban nhân dân Quận Ba Đình", "84 Nghĩa Dũng", "024 3829 0001");

    public Caller Clerk { get; } = TestCallers.DeskClerk();

    public Caller Owner { get; } = TestCallers.Citizen();

    internal FailingKeys Keys { get; } = new();

    protected override IReadOnlyList<IModule> Modules => [new DossiersModule(), new DocumentsModule()];

    protected override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<ICatalogue, FakeCatalogue>().AddSingleton<IOrganisationDirectory, FakeOrganisation>().AddSingleton<IWorkingCalendar, FakeCalendar>()
            .AddSingleton<ITaskAccess, FakeTaskAccess>();
        var real = services.Last(s => s.ServiceType == typeof(ISigningKeys)).ImplementationType!;
        services.AddSingleton<ISigningKeys>(s => Keys.Over((ISigningKeys)ActivatorUtilities.CreateInstance(s, real)));
        services.AddRateLimiter(_ => { }).AddOutputCache();
    }

    // A dossier sent online that waits for the desk.
    internal Task<Guid> FileAsync(AgencyInfo? agency = null, string applicant = "Nguyễn Thị An", ProcedureVersionInfo? of = null) => InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<DossiersDbContext>();
        var facts = services.GetRequiredService<ProtectedFacts>();
        var at = agency ?? Ward;
        var number = Interlocked.Increment(ref filed);
        var owner = Actor.Citizen(Owner.Id, applicant);
        var procedure = of ?? FakeCatalogue.Procedure;
        var dossier = Dossier.Start(
            owner, $"key-{number}", Channels.Online, new ProcedureRef(procedure.VersionId, procedure.Code, procedure.Name, procedure.Field, procedure.ProcessKey), null,
            new Receiver("00001", "Phường Phúc Xá", at.Id, at.Code, at.Name, at.Path), Clock.Now);
        dossier.FillApplicant(facts.Applicant(applicant, "001190012345", new DateOnly(1990, 1, 5), "0912345678", "an@example.vn", "Số 1, Phường Phúc Xá"), ReturnMethods.Desk, Clock.Now);
        dossier.SaveAnswers(facts.Protect(new Dictionary<string, string> { ["loai"] = "khuyet-tat" }), Clock.Now);
        var (secret, hash) = facts.KeepLookupCode(LookupCodeOfAll);
        Assert.True(dossier.Submit(TemporaryCode.New(new DateOnly(2026, 3, 2)), secret, hash, owner, Clock.Now).IsSuccess);
        context.Dossiers.Add(dossier);
        context.Files.Add(new DossierFile
        {
            Id = EntityId.New(Clock.Now), DossierId = dossier.Id, Kind = DossierFileKind.Citizen, ComponentKey = "to-khai", Name = "to-khai.pdf", ContentType = "application/pdf",
            Length = 3, Sha256 = new string('a', 64), AddedAt = Clock.Now,
        });
        await context.SaveChangesAsync();
        return dossier.Id;
    });

    internal static IReadOnlyList<PaperCheck> AllComplete => [new("to-khai", PaperFinding.Complete, null), new("giay-xac-nhan", PaperFinding.NotNeeded, null)];

    internal async Task<AcceptedDossier> AcceptAsync(Guid id) => await DoAs(Clerk, new AcceptDossier(id, (await ReadAsync(id)).Version, AllComplete));

    internal Task<Dossier> ReadAsync(Guid id) => AskAsync<DossiersDbContext, Dossier>(c => c.Dossiers.AsNoTracking()
        .Include(d => d.Files).Include(d => d.Supplements).Include(d => d.Steps).Include(d => d.Pauses).Include(d => d.History).AsSplitQuery().FirstAsync(d => d.Id == id));

    internal Task ChangeAsync(Guid id, Func<Dossier, OneStop.Kernel.Results.Result<OneStop.Kernel.Results.Done>> change) => InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<DossiersDbContext>();
        Assert.True(change(await context.Dossiers.FirstAsync(d => d.Id == id)).IsSuccess);
        await context.SaveChangesAsync();
    });

    internal Task<DossierResult?> ResultOfAsync(Guid id) => AskAsync<DossiersDbContext, DossierResult?>(c => c.Set<DossierResult>().AsNoTracking().FirstOrDefaultAsync(r => r.DossierId == id));

    // As if Approvals had raised it.
    internal async Task TellAsync(IIntegrationEvent told)
    {
        await InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<DossiersDbContext>();
            context.Raise(told, Clock.Now);
            await context.SaveChangesAsync();
        });
        await DeliverEventsAsync();
    }

    internal StepEntered Entered(Guid dossierId, Guid taskId, int status = 4, string name = "Thẩm định") =>
        new(dossierId, taskId, "element", name, status, Ward.Id, Ward.Name, null, Clock.Now, Clock.Now.AddHours(8), 480, "Appraisal");

    internal StepCompleted Completed(Guid dossierId, Guid taskId, string deed = StepDeeds.None, Dictionary<string, string>? fields = null, string outcome = StepOutcomes.Approve) =>
        new(dossierId, taskId, "element", "Thẩm định", outcome, deed, Guid.Parse("90000000-0000-7000-8000-000000000009"), "Hoàng Thị Hà", "Chủ tịch", Ward.Id, Ward.Name, null, fields ?? [], Clock.Now, 60);
}
