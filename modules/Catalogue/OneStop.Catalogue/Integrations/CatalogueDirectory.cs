using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Localization;
using OneStop.Catalogue.Contracts;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Forms;
using OneStop.Catalogue.Import;

namespace OneStop.Catalogue.Integrations;

// Versions never change, so each is read from the database once; only whether the procedure is closed is asked every time.
internal sealed class CatalogueDirectory(CatalogueDbContext context, CatalogueQueries queries, IMemoryCache cache, IStringLocalizer<Resources.CatalogueTexts> texts) : ICatalogue
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public async Task<ProcedureVersionInfo?> FindAsync(string code, DateOnly on, CancellationToken cancellationToken)
    {
        var day = on;
        var found = await (
            from p in context.Set<Procedure>().AsNoTracking()
            join v in context.Set<ProcedureVersion>() on p.Id equals v.ProcedureId
            where p.Code == code && v.ValidFrom <= day && (v.ValidTo == null || v.ValidTo >= day)
            orderby v.Number descending
            select new { Procedure = p, v.Id }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : await ReadAsync(found.Procedure, found.Id, cancellationToken);
    }

    public async Task<ProcedureVersionInfo?> FindVersionAsync(Guid versionId, CancellationToken cancellationToken)
    {
        var procedure = await queries.OfVersion(context, versionId, cancellationToken);
        return procedure is null ? null : await ReadAsync(procedure, versionId, cancellationToken);
    }

    private async Task<ProcedureVersionInfo> ReadAsync(Procedure procedure, Guid versionId, CancellationToken cancellationToken)
    {
        var key = (typeof(CatalogueDirectory), versionId, CultureInfo.CurrentUICulture.Name);
        if (!cache.TryGetValue(key, out ProcedureVersionInfo? info))
        {
            var version = await context.Set<ProcedureVersion>().AsNoTracking().AsSplitQuery()
                .Include(v => v.Channels.OrderBy(c => c.Position)).ThenInclude(c => c.Fees.OrderBy(f => f.Position))
                .Include(v => v.Components.OrderBy(c => c.Position))
                .Include(v => v.Results.OrderBy(r => r.Position))
                .SingleAsync(v => v.Id == versionId, cancellationToken);
            info = cache.Set(key, Describe(procedure.Code, version), new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = 1 });
        }

        return procedure.ClosedAt is null ? info! : info! with { ClosedReason = procedure.ClosedReason };
    }

    private ProcedureVersionInfo Describe(string code, ProcedureVersion v)
    {
        var levels = ProcedureVersion.Split(v.Levels);
        var level = FilingLevel.Of(levels);
        return new ProcedureVersionInfo(
            v.Id, code, v.Name, v.FieldName, level, null,
            [.. v.Components.Where(c => c.Kind != ComponentKinds.Note).Select(c =>
                new ComponentInfo($"c{c.Position + 1}", c.Name, c.Originals, c.Copies, c.Required, c.CaseName))],
            [.. v.Channels.Where(c => c.Term is not null).DistinctBy(c => c.Channel).Select(c =>
                new ChannelTerm(c.Channel, c.Term!, c.Description ?? TermText.Say(c.Term!, texts)))],
            Fees(v), [.. v.Results.Select(r => new ResultInfo(r.Code, r.Name))],
            FormLibrary.HasOwn(code) ? code : $"default-{level}", FormLibrary.For(code))
        {
            Clock = ClockReader.Read([v.Steps, .. v.Channels.Select(c => c.Description)]),
            TermGap = v.Channels.Any(c => c.Term is not null) ? null : GapOf([.. v.Channels.Select(c => c.TermReason ?? TermReasons.NotPublished)]),
        };
    }

    // Where the channels differ, the reason that leaves most to do.
    private TermGap GapOf(string[] reasons)
    {
        var (kind, reason) = reasons.FirstOrDefault(TermReasons.IsByCase) is { } byCase ? (TermGapKind.ByCase, byCase)
            : reasons.FirstOrDefault(TermReasons.HasNoReturnDate) is { } none ? (TermGapKind.NoReturnDate, none)
            : (TermGapKind.Unpublished, reasons.FirstOrDefault() ?? TermReasons.NotPublished);
        return new TermGap(kind, texts[$"TermReason.{reason}"]);
    }

    // The same fee stands in the row of every channel; the payer sees it once. Foreign currencies are collected abroad only.
    private IReadOnlyList<FeeInfo> Fees(ProcedureVersion v) =>
        [.. v.Channels.SelectMany(c => c.Fees).Where(f => f.Currency == "VND").Select(f =>
            new FeeInfo(f.Amount == 0 && f.Note is not null ? null : f.Amount, f.Note ?? texts["Fee.Plain"].Value)).Distinct()];
}
