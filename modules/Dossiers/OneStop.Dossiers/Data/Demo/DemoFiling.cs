using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AcceptDossier;
using OneStop.Dossiers.Features.AskSupplementAtDesk;
using OneStop.Dossiers.Features.AskWithdrawal;
using OneStop.Dossiers.Features.SaveSection;
using OneStop.Dossiers.Features.StartDossier;
using OneStop.Dossiers.Features.SubmitDossier;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Data.Demo;

// A citizen of the demonstration fills in, attaches and sends; the desk does what the dossier says.
internal sealed class DemoFiling(IServiceProvider services)
{
    public async Task<Guid?> FileAsync(DemoDossier demo, AccountContact citizen, DemoDeskPost desk, CancellationToken cancellationToken)
    {
        var send = services.GetRequiredService<ISystemDispatcher>();
        var today = services.GetRequiredService<TimeProvider>().GetUtcNow().VietnamDate();
        var procedure = await services.GetRequiredService<ICatalogue>().FindAsync(demo.Procedure, today, cancellationToken);
        if (procedure is null || procedure.ClosedReason is not null)
            return null;

        var owner = OwnerOf(citizen);
        var chosenCase = procedure.Components.Select(c => c.Case).FirstOrDefault(c => c is not null);
        var id = Must(demo, await send.SendAs(owner, new StartDossier(demo.Procedure, desk.PlaceCode, chosenCase, demo.Key), cancellationToken));
        var own = (await services.GetRequiredService<DossiersDbContext>().Dossiers.AsNoTracking().FirstAsync(d => d.Id == id, cancellationToken)).AnswersProtected;
        var known = services.GetRequiredService<ProtectedFacts>().ReadAnswers(own);
        foreach (var section in procedure.Form.Sections.Prepend(ApplicantForm.Section))
        {
            var values = section.Fields.ToDictionary(f => f.Key, f => demo.Answers.GetValueOrDefault(f.Key) ?? known.GetValueOrDefault(f.Key) ?? FirstOption(f));
            Must(demo, await send.SendAs(owner, new SaveSection(id, section.Key, values), cancellationToken));
        }

        foreach (var paper in procedure.Components.Where(c => c.Required && (c.Case is null || c.Case == chosenCase)))
            await AttachAsync(demo, id, owner, paper, desk, cancellationToken);
        Must(demo, await send.SendAs(owner, new SubmitDossier(id), cancellationToken));
        await HandleAsync(demo, id, owner, desk.Clerk, procedure, cancellationToken);
        return id;
    }

    public static Caller OwnerOf(AccountContact citizen) => new(citizen.AccountId, citizen.Name, CallerKind.Citizen, [new Assignment(Roles.Citizen, Reach.Own, Guid.Empty, "")]);

    public static T Must<T>(DemoDossier demo, Result<T> result) => result.IsSuccess
        ? result.Value
        : throw new InvalidOperationException($"{demo.Key}: {string.Join(", ", result.Errors.Select(e => $"{e.Code} {e.Field}"))}");

    private static string FirstOption(FormField field) => field is { Required: true, Options: { Count: > 0 } options } ? options[0].Value : "";

    private async Task AttachAsync(DemoDossier demo, Guid id, Caller owner, ComponentInfo paper, DemoDeskPost desk, CancellationToken cancellationToken)
    {
        using var pdf = new MemoryStream(ActivatorUtilities.CreateInstance<DemoPaper>(services).Draw(paper.Name, owner.Name, desk));
        var taken = Must(demo, await services.GetRequiredService<FileIntake>().TakeAsync(pdf, $"{paper.Key}.pdf", cancellationToken));
        Must(demo, await services.GetRequiredService<ISystemDispatcher>().SendAs(owner, new AddFile(id, paper.Key, taken), cancellationToken));
    }

    private async Task HandleAsync(DemoDossier demo, Guid id, Caller owner, Caller clerk, ProcedureVersionInfo procedure, CancellationToken cancellationToken)
    {
        var send = services.GetRequiredService<ISystemDispatcher>();
        var version = await services.GetRequiredService<DossiersDbContext>().Dossiers.Where(d => d.Id == id).Select(d => d.Version).FirstAsync(cancellationToken);
        switch (demo.Then)
        {
            case "accept":
                var checks = procedure.Components.Select(c => new PaperCheck(c.Key, c.Required ? PaperFinding.Complete : PaperFinding.NotNeeded, null)).ToArray();
                Must(demo, await send.SendAs(clerk, new AcceptDossier(id, version, checks), cancellationToken));
                break;
            case "supplement":
                Must(demo, await send.SendAs(clerk, new AskSupplementAtDesk(id, version, demo.Items, demo.Reason, null), cancellationToken));
                break;
            case "withdraw":
                Must(demo, await send.SendAs(owner, new AskWithdrawal(id, demo.Reason!), cancellationToken));
                break;
        }
    }
}
