using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Kernel.Data;
using OneStop.Kernel.Files;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Rules;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

// Numbers, draws, signs and sends the apology, and moves the appointment with it (Mẫu 04).
internal sealed class ApologyIssuer(
    DossiersDbContext context, IDatabase database, IStatutoryForms forms, IDocumentSigner signer, IFileStore files, IOrganisationDirectory organisation,
    IWorkingCalendar calendar, StatutoryPapers papers, ApologyDesk desk, PaperWords words, CitizenNotices notices, DossierClock clock, IOptions<PublicAddressOptions> address)
{
    private const long LargestLetter = 20L * 1024 * 1024;
    private const int WarnMinutes = 8 * 60;

    public async Task<Result<Done>> IssueAsync(Dossier dossier, Apology apology, MatterStepCompleted signed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = ApologyRules.Read(signed.Fields);
        if (!read.TryGet(out var newDue))
            return read.AsFailure<Done>();
        if (await organisation.FindAgencyAsync(apology.AgencyId, cancellationToken) is not { } agency)
            return Error.RuleBroken(DossierErrors.NoCompetentUnit);

        var rules = RuleSets.Find(dossier.RuleSetKey) ?? RuleSets.At(dossier.AcceptedAt!.Value);
        var symbol = words.Say($"Paper.ApologySymbol.{rules.Forms}");
        var number = await database.NextNumberAsync(context, $"result:{agency.Code}:{symbol}:{now.VietnamDate().Year}", cancellationToken);
        var numberAndSymbol = string.Create(CultureInfo.InvariantCulture, $"{number:00}/{symbol}");
        var form = forms.InForce(StatutoryForm.Apology, dossier.AcceptedAt!.Value.VietnamDate())!;
        var code = PaperCode.Of(dossier.Id, StatutoryFormKeys.Apology, apology.Id);
        var reason = signed.Fields[StepFields.ApologyReason];

        var pdf = forms.Apology(await DataAsync(dossier, apology, agency, signed, numberAndSymbol, code, reason, newDue, now, cancellationToken));
        var details = new SignatureDetails(signed.ActorName, signed.ActorTitle, agency.Name, words.Say("Paper.SigningReason", numberAndSymbol), signed.CompletedAt);
        var signing = await signer.SignAsync(pdf, details, cancellationToken);
        if (!signing.TryGet(out var letter))
            return signing.AsFailure<Done>();
        using var content = new MemoryStream(letter);
        var stored = await files.SaveAsync(content, LargestLetter, cancellationToken);
        var file = new DossierFile
        {
            Id = EntityId.New(now),
            DossierId = dossier.Id,
            Kind = DossierFileKind.Form,
            ComponentKey = StatutoryFormKeys.Apology,
            Name = string.Create(CultureInfo.InvariantCulture, $"Mau-04-{dossier.Code}-{apology.Number}.pdf"),
            ContentType = StatutoryPapers.ContentType,
            Length = stored.Length,
            Sha256 = stored.Sha256,
            AddedAt = now,
        };
        context.Files.Add(file);

        var leader = new Actor(signed.ActorId, signed.ActorName, DossierRole.Leader);
        var warnAt = await WarnAtAsync(dossier.ReceivingAgencyId, signed.CompletedAt, newDue, cancellationToken);
        var moved = dossier.Reappoint(newDue, warnAt, rules.Decree, words.Say("Paper.ApologyDocument", form.Name, numberAndSymbol), leader, signed.CompletedAt);
        if (moved.IsFailure)
            return moved;
        var explained = await clock.ExplainAsync(dossier, now, cancellationToken);
        if (explained.IsFailure)
            return explained;
        apology.Sign(leader, signed.ActorTitle, reason, newDue, numberAndSymbol, file.Id, signed.CompletedAt);
        context.Raise(
            new PaperIssued(
                dossier.Id, code, StatutoryFormKeys.Apology, form.Title, numberAndSymbol, agency.Name, dossier.Code ?? "", stored.Sha256, now, null), now);
        notices.Tell(dossier, NoticeKind.Apologised, now, new NotificationAttachment(file.Name, stored.Sha256, StatutoryPapers.ContentType));
        return Done.Value;
    }

    private async Task<ApologyData> DataAsync(
        Dossier dossier, Apology apology, AgencyInfo agency, MatterStepCompleted signed, string numberAndSymbol, string code, string reason, DateTimeOffset newDue,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var header = await papers.HeaderAsync(dossier, agency, cancellationToken) with
        {
            Number = numberAndSymbol,
            IssuedAt = now,
            VerifyUrl = address.Value.Of(PaperCode.PathOf(code)),
        };
        var breach = await context.Breaches.AsNoTracking().FirstOrDefaultAsync(b => b.DossierId == dossier.Id, cancellationToken);
        var extra = await calendar.BetweenAsync(dossier.ReceivingAgencyId, now, newDue, cancellationToken);
        return new ApologyData(
            header, dossier.AcceptedAt!.Value, apology.PromisedAt, reason, newDue, apology.Number, words.AuthorityOf(agency), signed.ActorTitle, signed.ActorName)
        {
            ExtraTime = words.Say("Paper.ExtraTime", extra.Days, extra.Hours),
            LateUnit = breach is null ? null : desk.Describe(breach),
            Recipients = [dossier.Applicant.Name, dossier.ReceivingAgencyName, words.Say("Paper.Archive")],
        };
    }

    // The moved appointment is warned of a working day before, or halfway when there is less.
    private async Task<DateTimeOffset?> WarnAtAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var left = (await calendar.BetweenAsync(agencyId, from, due, cancellationToken)).Minutes;
        var warn = await calendar.AddHoursAsync(agencyId, from, (left > 2 * WarnMinutes ? left - WarnMinutes : left / 2) / 60m, cancellationToken);
        return warn.TryGet(out var at) ? at : null;
    }
}
