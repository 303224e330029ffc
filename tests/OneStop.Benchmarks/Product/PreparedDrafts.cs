using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Benchmarks.Product;

// Drafts with nothing missing, ready to be sent by their owner.
internal static class PreparedDrafts
{
    private const string ProcedureCode = SampleDossiers.ProcedureCode;

    public static async Task<IReadOnlyList<Guid>> NewAsync(IServiceProvider root, Caller owner, int count)
    {
        await using var scope = root.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (procedure, place, agency) = await WhereAsync(services, now.VietnamDate());
        var facts = services.GetRequiredService<ProtectedFacts>();
        var context = services.GetRequiredService<DossiersDbContext>();
        var answers = Answers(procedure);
        var component = procedure.Components;
        var drafts = new List<Guid>();
        for (var number = 0; number < count; number++)
        {
            var dossier = Dossier.Start(
                Actor.Citizen(owner.Id, owner.Name), Guid.NewGuid().ToString(), Channels.Online,
                new ProcedureRef(procedure.VersionId, procedure.Code, procedure.Name, procedure.Field, procedure.ProcessKey),
                procedure.Components.Select(c => c.Case).FirstOrDefault(c => c is not null),
                new Receiver(place.Code, place.FullName, agency.Id, agency.Code, agency.Name, agency.Path), now);
            dossier.SaveAnswers(facts.Protect(answers), now);
            context.Dossiers.Add(dossier);
            foreach (var paper in DraftReader.PapersOf(procedure, dossier.Case))
            {
                context.Files.Add(new DossierFile
                {
                    Id = EntityId.New(now), DossierId = dossier.Id, Kind = DossierFileKind.Citizen, ComponentKey = paper.Key, Name = "giay-to.pdf",
                    ContentType = "application/pdf", Length = 3, Sha256 = new string('a', 64), AddedAt = now,
                });
            }

            drafts.Add(dossier.Id);
            if (drafts.Count % 100 == 0)
                await SaveAsync(context);
        }

        await SaveAsync(context);
        return drafts;
    }

    public static async Task<(ProcedureVersionInfo Procedure, PlaceInfo Place, AgencyInfo Agency)> WhereAsync(IServiceProvider services, DateOnly today)
    {
        var procedure = await services.GetRequiredService<ICatalogue>().FindAsync(ProcedureCode, today, default) ?? throw new InvalidOperationException(ProcedureCode);
        var organisation = services.GetRequiredService<IOrganisationDirectory>();
        var place = await organisation.FindPlaceAsync(SampleDossiers.PlaceCode, today, default) ?? throw new InvalidOperationException(SampleDossiers.PlaceCode);
        var agency = await organisation.CompetentAgencyAsync(procedure.Level, procedure.Field, place.Code, today, default) ?? throw new InvalidOperationException(place.Name);
        return (procedure, place, agency);
    }

    private static Dictionary<string, string> Answers(ProcedureVersionInfo procedure)
    {
        var answers = procedure.Form.Sections.SelectMany(s => s.Fields).ToDictionary(f => f.Key, Answer);
        answers[ApplicantForm.Name] = "Nguyễn Thị An";
        answers[ApplicantForm.BirthDate] = "1990-01-05";
        answers[ApplicantForm.Number] = "001190012345";
        answers[ApplicantForm.Phone] = "0912345678";
        answers[ApplicantForm.Email] = "an@example.vn";
        answers[ApplicantForm.Address] = "Số 1 phố Phúc Xá";
        answers[ApplicantForm.ReturnMethod] = ReturnMethods.Desk;
        return answers;
    }

    private static string Answer(FormField field) => field.Kind switch
    {
        FormFieldKind.Radio or FormFieldKind.Select => field.Options![0].Value,
        FormFieldKind.Date => "1990-01-05",
        FormFieldKind.CitizenNumber => "001190012345",
        FormFieldKind.Phone => "0912345678",
        FormFieldKind.Email => "an@example.vn",
        FormFieldKind.Number or FormFieldKind.Money => "1",
        FormFieldKind.Place => SampleDossiers.PlaceCode,
        _ => field.Required ? "Nội dung" : "",
    };

    private static async Task SaveAsync(DossiersDbContext context)
    {
        await context.SaveChangesAsync();
        context.ChangeTracker.Clear();
    }
}
