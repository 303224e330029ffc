using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Rules;

namespace OneStop.Dossiers.Integrations;

// What other modules may ask. It runs in the asker's deed, with our own context: the record of the reading is saved here at once.
internal sealed class DossierDirectory(DossiersDbContext context, DossierReader reader, ApologyRules apologies, ApologyDesk desk, IDocumentSigner signer, AccessLog log, TimeProvider time) : IDossierDirectory
{
    public async Task<Result<DossierForOfficer>> ReadForOfficerAsync(Guid dossierId, string purpose, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.AsNoTracking().Include(d => d.Files).Include(d => d.History).AsSplitQuery()
            .FirstOrDefaultAsync(d => d.Id == dossierId && d.Status != DossierStatus.Draft, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);

        log.Record(dossierId, purpose);
        await context.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(dossier, cancellationToken);
    }

    public async Task RecordReadingAsync(Guid dossierId, string purpose, CancellationToken cancellationToken)
    {
        log.Record(dossierId, purpose);
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task<Guid?> FindAsync(string code, CancellationToken cancellationToken) =>
        context.Dossiers.Where(d => d.Code == code).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<DossierComponent>> PapersAsync(Guid dossierId, CancellationToken cancellationToken) =>
        await context.Dossiers.AsNoTracking().Include(d => d.Files).FirstOrDefaultAsync(d => d.Id == dossierId && d.Status != DossierStatus.Draft, cancellationToken) is { } dossier
            ? await reader.PapersAsync(dossier, cancellationToken)
            : [];

    public string FileUrl(Guid fileId) => DeskUrls.StaffFile(fileId);

    public async Task<Term?> OpinionLimitAsync(Guid dossierId, CancellationToken cancellationToken) =>
        (await context.Set<DueNote>().AsNoTracking().FirstOrDefaultAsync(n => n.DossierId == dossierId, cancellationToken))?.ReadPlan()?.ThirdPartyLimit;

    public async Task<SupplementAllowance> SupplementsOfAsync(Guid dossierId, Guid agencyId, CancellationToken cancellationToken)
    {
        var asked = await context.SupplementRequests.CountAsync(
            s => s.DossierId == dossierId && s.AgencyId == agencyId && s.Stage == SupplementStage.AfterAcceptance, cancellationToken);
        var rules = await context.Dossiers.Where(d => d.Id == dossierId).Select(d => d.RuleSetKey).FirstOrDefaultAsync(cancellationToken);
        // Before acceptance the sets know no limit: the desk guides until the dossier is whole, and only counts.
        return new SupplementAllowance(asked, RuleSets.Find(rules)?.Limits.SupplementsPerAgency);
    }

    public async Task<Result<Done>> CheckMatterAsync(
        string matter, Guid subjectId, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (matter != Matters.Apology)
            return Done.Value;
        var check = await apologies.CheckAsync(subjectId, fields, cancellationToken);
        return check.IsFailure ? check.AsFailure<Done>() : Done.Value;
    }

    public async Task<IReadOnlyDictionary<string, string>> ProposeAnewAsync(string matter, Guid subjectId, CancellationToken cancellationToken) =>
        matter == Matters.Apology ? await desk.ProposeAnewAsync(subjectId, time.GetUtcNow(), cancellationToken) : new Dictionary<string, string>();

    // What was signed in words is signed in the file when it is issued: with the key of the one who signed.
    public async Task<Result<Done>> CheckSigningAsync(PaperSigning signing, CancellationToken cancellationToken)
    {
        var details = new SignatureDetails(signing.ActorName, signing.ActorTitle, signing.AgencyName, signing.Deed, time.GetUtcNow());
        if (signing.Deed == StepDeeds.IssueResult
            && await context.Set<DossierResult>().AsNoTracking().FirstOrDefaultAsync(r => r.DossierId == signing.DossierId, cancellationToken) is { SignerName: { } name } result)
            details = details with { SignerName = name, SignerTitle = result.SignerTitle ?? "", AgencyName = result.SigningAgencyName ?? signing.AgencyName };
        return await signer.CheckAsync(details, cancellationToken);
    }
}
