using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Benchmarks.Product;

// Years of one ward's dossiers, spread evenly over the days; nine of ten are solved and returned, some of them late.
internal static class RegisteredDossiers
{
    private const int PerSave = 500;

    private static readonly string[] Names =
    [
        "Nguyễn Thị Ánh Nguyệt", "Trần Văn Đức", "Lê Hoàng Phượng Vỹ", "Phạm Thị Như Quỳnh", "Đỗ Ngọc Bảo Châu",
        "Công ty trách nhiệm hữu hạn một thành viên Thương mại và Dịch vụ Phúc Xá",
    ];

    public static async Task FillAsync(IServiceProvider root, DateOnly from, DateOnly to, int count)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        for (var first = 0; first < count; first += PerSave)
        {
            await using var scope = root.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var where = await PreparedDrafts.WhereAsync(services, services.GetRequiredService<TimeProvider>().GetUtcNow().VietnamDate());
            var facts = services.GetRequiredService<ProtectedFacts>();
            var context = services.GetRequiredService<DossiersDbContext>();
            for (var number = first; number < Math.Min(count, first + PerSave); number++)
                context.Dossiers.Add(Returned(facts, where, from.AddDays((int)((long)number * days / count)), number));
            await context.SaveChangesAsync();
        }
    }

    private static Dossier Returned(ProtectedFacts facts, (ProcedureVersionInfo Procedure, PlaceInfo Place, AgencyInfo Agency) where, DateOnly day, int number)
    {
        var (procedure, place, agency) = where;
        var name = Names[number % Names.Length];
        var citizen = Actor.Citizen(Guid.CreateVersion7(), name);
        var clerk = Actor.Clerk(Guid.CreateVersion7(), "Trần Văn Bình");
        var at = VietnamTime.FromVietnam(day, new TimeOnly(8, 0)).AddSeconds(number % 28_000);
        var dossier = Dossier.Start(
            citizen, $"register-{day:yyyyMMdd}-{number}", number % 3 == 0 ? Channels.InPerson : Channels.Online,
            new ProcedureRef(procedure.VersionId, procedure.Code, procedure.Name, procedure.Field, procedure.ProcessKey), null,
            new Receiver(place.Code, place.FullName, agency.Id, agency.Code, agency.Name, agency.Path), at);
        Must(dossier.FillApplicant(
            facts.Applicant(name, "001190012345", new DateOnly(1990, 1, 5), "0912345678", null, $"Số {number % 300}, ngõ 45 phố Tân Ấp, {place.FullName}"),
            number % 3 == 0 ? ReturnMethods.Desk : ReturnMethods.Online, at));
        Must(dossier.Submit(TemporaryCode.New(day), "", $"{day:yyyyMMdd}-{number}", citizen, at));
        Must(dossier.Accept(DossierNumber.Format(agency.Code, day, number), DueDates.By(at.AddDays(30)), clerk, at));
        var task = Guid.CreateVersion7();
        Must(dossier.EnterStep(
            new StepEntry(task, "tham-tra", "Thẩm tra hồ sơ", DossierStatus.Processing, agency.Id, agency.Name, "Văn hóa - Xã hội", at.AddHours(1), at.AddDays(2), 960), at.AddHours(1)));
        if (number % 10 == 0)
            return dossier;
        var done = at.AddDays(number % 25 == 1 ? 33 : 20);
        Must(dossier.CompleteStep(new StepOutcome(task, "approve", null, done, 240), Actor.System, done));
        Must(dossier.Finish(Actor.System, done));
        Must(dossier.Return(name, clerk, done.AddDays(1)));
        return dossier;
    }

    private static void Must(Result<Done> deed)
    {
        if (deed.IsFailure)
            throw new InvalidOperationException(deed.Error.Code);
    }
}
