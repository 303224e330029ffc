using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;
using OneStop.Kernel.Texts;

namespace OneStop.Catalogue.Search;

// This node's index of the catalogue. Every second at most it asks the database for the revision, so that a change made on any node
// reaches all of them; a change made here is seen at once.
internal sealed class CatalogueIndex(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);
    private readonly Lazy<EverydayDictionary> _dictionary = new(EverydayDictionary.Load);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Snapshot? _current;
    private long _checkedAt;
    private volatile bool _doubted = true;

    internal sealed record Snapshot(long Revision, ProcedureIndex Index, IReadOnlyList<FieldFacet> Fields);

    public async ValueTask<Snapshot> GetAsync(CancellationToken cancellationToken)
    {
        if (IsTrusted && _current is { } trusted)
            return trusted;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (IsTrusted && _current is { } refreshed)
                return refreshed;
            _doubted = false;
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
            var revision = await context.Set<CatalogueRevision>().Select(r => r.Number).SingleOrDefaultAsync(cancellationToken);
            if (_current is null || _current.Revision != revision)
                _current = await BuildAsync(context, revision, cancellationToken);
            Interlocked.Exchange(ref _checkedAt, time.GetTimestamp());
            return _current;
        }
        catch
        {
            _doubted = true;
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    // The next reader asks the database again.
    public void Doubt() => _doubted = true;

    public void Dispose() => _gate.Dispose();

    private bool IsTrusted => !_doubted && time.GetElapsedTime(Interlocked.Read(ref _checkedAt)) < Trust;

    private async Task<Snapshot> BuildAsync(CatalogueDbContext context, long revision, CancellationToken cancellationToken)
    {
        var results = await (
            from r in context.Set<ProcedureResult>()
            join p in context.Set<Procedure>() on r.VersionId equals p.CurrentVersionId
            where p.ClosedAt == null
            orderby r.VersionId, r.Position
            select new { r.VersionId, r.Name }).ToListAsync(cancellationToken);
        var resultsOf = results.ToLookup(r => r.VersionId, r => r.Name);
        var rows = await (
            from p in context.Set<Procedure>()
            join v in context.Set<ProcedureVersion>() on p.CurrentVersionId equals v.Id
            join f in context.Set<ProcedureField>() on p.FieldId equals f.Id
            where p.ClosedAt == null
            select new { p.Code, v.Id, v.Name, v.PlainName, Field = f.Name, f.Slug, v.Levels, v.Audiences, v.Online }).ToListAsync(cancellationToken);

        var documents = rows.Select(r => new SearchDocument
        {
            Code = r.Code, Name = r.Name, PlainName = r.PlainName, Field = r.Field, FieldSlug = r.Slug, Levels = ProcedureVersion.Split(r.Levels),
            Audiences = ProcedureVersion.Split(r.Audiences), LifeEvents = LifeEvents.Of(r.Code), Results = [.. resultsOf[r.Id]], Online = r.Online,
        });
        var fields = rows.GroupBy(r => (r.Slug, r.Field)).Select(g => new FieldFacet(g.Key.Slug, g.Key.Field, g.Count()))
            .OrderBy(f => f.Name, StringComparer.Create(ReadersCulture.Vietnamese, true)).ToArray();
        return new Snapshot(revision, ProcedureIndex.Build(documents, _dictionary.Value), fields);
    }
}

internal sealed record FieldFacet(string Slug, string Name, int Count);
