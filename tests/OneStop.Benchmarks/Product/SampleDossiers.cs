using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.TrackDossier;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Benchmarks.Product;

// A dossier in the middle of its way: accepted, four steps done, the fifth open.
internal static class SampleDossiers
{
    public const string ProcedureCode = "1.001776";
    public const string PlaceCode = "00001";
    private static readonly string[] Steps = ["Thẩm tra hồ sơ", "Ký văn bản đề nghị", "Tiếp nhận tại huyện", "Thẩm định", "Trình duyệt"];

    public static async Task<(Guid Id, string TrackingPath)> OnItsWayAsync(IServiceProvider root)
    {
        await using var scope = root.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var time = services.GetRequiredService<TimeProvider>();
        var now = time.GetUtcNow();
        var today = now.VietnamDate();
        var (procedure, place, agency) = await PreparedDrafts.WhereAsync(services, today);
        var facts = services.GetRequiredService<ProtectedFacts>();
        var context = services.GetRequiredService<DossiersDbContext>();
        var citizen = Actor.Citizen(Guid.CreateVersion7(), "Nguyễn Thị An");
        var filed = now.AddDays(-9);
        var dossier = Dossier.Start(
            citizen, Guid.NewGuid().ToString(), Channels.Online,
            new ProcedureRef(procedure.VersionId, procedure.Code, procedure.Name, procedure.Field, procedure.ProcessKey), null,
            new Receiver(place.Code, place.FullName, agency.Id, agency.Code, agency.Name, agency.Path), filed);
        Must(dossier.FillApplicant(
            facts.Applicant(citizen.Name, "001190012345", new DateOnly(1990, 1, 5), "0912345678", "an@example.vn", place.FullName), ReturnMethods.Desk, filed));
        Must(dossier.SaveAnswers(facts.Protect(new Dictionary<string, string>()), filed));
        var (secret, hash) = facts.KeepLookupCode(LookupCode.New());
        Must(dossier.Submit(TemporaryCode.New(today), secret, hash, citizen, filed));
        Must(dossier.Accept(DossierNumber.Format(agency.Code, today, 9000 + Random.Shared.Next(900)), DueDates.By(now.AddDays(20)), Actor.Clerk(Guid.CreateVersion7(), "Trần Văn Bình"), filed.AddHours(2)));
        for (var number = 0; number < Steps.Length; number++)
        {
            var task = Guid.CreateVersion7();
            var entered = filed.AddHours(3 + (24 * number));
            Must(dossier.EnterStep(
                new StepEntry(task, $"buoc_{number}", Steps[number], DossierStatus.Processing, agency.Id, agency.Name, null, entered, entered.AddHours(16), 960), entered));
            if (number < Steps.Length - 1)
                Must(dossier.CompleteStep(new StepOutcome(task, "approve", null, entered.AddHours(4), 240), Actor.System, entered.AddHours(4)));
        }

        context.Dossiers.Add(dossier);
        context.Set<DueNote>().Add(DueNote.Start(dossier.Id, "22 ngày làm việc", new ClockPlan(ClockKind.Dossier, new Term(22, TermUnit.WorkingDays)), [new ExplanationLine(LineKind.Received) { At = filed.AddHours(2) }]));
        await context.SaveChangesAsync();
        var ticket = services.GetRequiredService<TrackingTickets>().Issue(dossier.Id, hash);
        return (dossier.Id, DeskUrls.TrackTicket(ticket));
    }

    // A deed that is refused would leave another dossier than the one that is said to be measured.
    private static void Must(Result<Done> deed)
    {
        if (deed.IsFailure)
            throw new InvalidOperationException(deed.Error.Code);
    }
}
