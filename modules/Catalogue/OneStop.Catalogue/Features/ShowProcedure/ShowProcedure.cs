using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;

namespace OneStop.Catalogue.Features.ShowProcedure;

[OpenToAll]
internal sealed record ShowProcedure(string Code) : IQuery<ProcedureView>;

internal sealed record ProcedureView(
    string Code, string Name, string? PlainName, string Field, string FieldSlug, string Ministry, string? Decision, DateOnly ValidFrom, LocalizedText? ClosedReason,
    IReadOnlyList<string> Levels, IReadOnlyList<string> Audiences, IReadOnlyList<string> Agencies, string? Authority, string? Coordinating,
    string? ReceivingAddress, string? Steps, string? Conditions, string? Note, IReadOnlyList<string> LifeEvents, IReadOnlyList<ChannelView> Channels,
    IReadOnlyList<ComponentView> Components, IReadOnlyList<ResultView> Results, IReadOnlyList<LegalBasisView> LegalBases);

internal sealed record ChannelView(string Channel, Term? Term, string? TermReason, bool IsLongestCase, string? Description, IReadOnlyList<FeeContent> Fees);

internal sealed record ComponentView(string Name, int Originals, int Copies, bool HasForm, string? Case, string Kind, bool Required);

internal sealed record ResultView(string? Code, string Name);

internal sealed record LegalBasisView(string? Number, string? Title);

internal sealed class ShowProcedureHandler(CatalogueDbContext context, TimeProvider time) : IHandler<ShowProcedure, ProcedureView>
{
    public async Task<Result<ProcedureView>> Handle(ShowProcedure request, CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().VietnamDate();
        var found = await (
            from p in context.Set<Procedure>().AsNoTracking()
            join v in context.Set<ProcedureVersion>() on p.Id equals v.ProcedureId
            join f in context.Set<ProcedureField>() on p.FieldId equals f.Id
            where p.Code == request.Code && v.ValidFrom <= today && (v.ValidTo == null || v.ValidTo >= today)
            orderby v.Number descending
            select new { Procedure = p, Version = v, f.Slug }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return Error.NotFound(CatalogueErrors.UnknownProcedure, request.Code);

        var id = found.Version.Id;
        var channels = await context.Set<ProcedureChannel>().AsNoTracking().Where(c => c.VersionId == id).OrderBy(c => c.Position)
            .Select(c => new ChannelView(
                c.Channel, c.TermAmount == null || c.TermUnit == null ? null : new Term(c.TermAmount.Value, c.TermUnit.Value), c.TermReason,
                c.TermOrigin == TermOrigins.LongestCase, c.Description,
                c.Fees.OrderBy(f => f.Position).Select(f => new FeeContent(f.Amount, f.Currency, f.Note)).ToList())).ToListAsync(cancellationToken);
        var components = await context.Set<ProcedureComponent>().AsNoTracking().Where(c => c.VersionId == id).OrderBy(c => c.Position)
            .Select(c => new ComponentView(c.Name, c.Originals, c.Copies, c.HasForm, c.CaseName, c.Kind, c.Required)).ToListAsync(cancellationToken);
        var results = await context.Set<ProcedureResult>().AsNoTracking().Where(r => r.VersionId == id).OrderBy(r => r.Position)
            .Select(r => new ResultView(r.Code, r.Name)).ToListAsync(cancellationToken);
        var bases = await context.Set<ProcedureLegalBasis>().AsNoTracking().Where(l => l.VersionId == id).OrderBy(l => l.Position)
            .Select(l => new LegalBasisView(l.Number, l.Title)).ToListAsync(cancellationToken);

        var version = found.Version;
        return new ProcedureView(
            request.Code, version.Name, version.PlainName, version.FieldName, found.Slug, version.Ministry, version.Decision, version.ValidFrom, found.Procedure.ClosedReason,
            ProcedureVersion.Split(version.Levels), ProcedureVersion.Split(version.Audiences), ProcedureVersion.Split(version.Agencies), version.Authority, version.Coordinating,
            version.ReceivingAddress, version.Steps, version.Conditions, version.Note, LifeEvents.Of(request.Code), channels, components, results, bases);
    }
}
