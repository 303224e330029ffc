using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Catalogue.Features.ImportProcedures;

// One batch of an import: what is new enters, what changed becomes the next dated version, what is the same is left alone.
[Requires(Permissions.Import)]
internal sealed record ImportProcedures(IReadOnlyList<ProcedureContent> Contents, DateOnly? ValidFrom = null) : ICommand<ImportTally>, IAudited
{
    public string AuditSubject => $"{Contents.Count} {Contents[0].Code}";
}

internal sealed record ImportTally(int Added, int Changed, int Unchanged)
{
    public static readonly ImportTally None = new(0, 0, 0);

    public static ImportTally operator +(ImportTally a, ImportTally b) => new(a.Added + b.Added, a.Changed + b.Changed, a.Unchanged + b.Unchanged);
}

internal sealed class ImportProceduresHandler(CatalogueDbContext context, IDatabase database, CatalogueIndex index, TimeProvider time)
    : IHandler<ImportProcedures, ImportTally>
{
    private readonly DateTimeOffset _now = time.GetUtcNow();

    public async Task<Result<ImportTally>> Handle(ImportProcedures request, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, "catalogue", cancellationToken);
        var hashes = request.Contents.ToDictionary(c => c.Code, ContentHash.Of, StringComparer.Ordinal);
        var codes = hashes.Keys.ToArray();
        var known = await context.Set<Procedure>().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, cancellationToken);
        var outdated = known.Values.Where(p => p.ContentHash != hashes[p.Code]).Select(p => p.CurrentVersionId).ToArray();
        var ending = outdated.Length == 0
            ? []
            : await context.Set<ProcedureVersion>().Where(v => outdated.Contains(v.Id)).ToDictionaryAsync(v => v.ProcedureId, cancellationToken);
        var fields = await context.Set<ProcedureField>().ToDictionaryAsync(f => f.Slug, StringComparer.Ordinal, cancellationToken);

        var today = _now.VietnamDate();
        var tally = ImportTally.None;
        foreach (var content in request.Contents)
        {
            var hash = hashes[content.Code];
            if (!known.TryGetValue(content.Code, out var procedure))
            {
                Add(content, hash, FieldFor(content.Field, fields), request.ValidFrom ?? VersionFactory.FirstDay(today));
                tally += new ImportTally(1, 0, 0);
            }
            else if (procedure.ContentHash == hash)
            {
                tally += new ImportTally(0, 0, 1);
            }
            else
            {
                Supersede(procedure, ending[procedure.Id], content, hash, FieldFor(content.Field, fields), request.ValidFrom ?? today);
                tally += new ImportTally(0, 1, 0);
            }
        }

        if (tally.Added + tally.Changed > 0)
            await CatalogueChange.RecordAsync(context, index, null, _now, cancellationToken);
        return tally;
    }

    private void Add(ProcedureContent content, string hash, ProcedureField field, DateOnly from)
    {
        var procedure = new Procedure
        {
            Id = EntityId.New(_now), Code = content.Code, FieldId = field.Id, CurrentVersionId = EntityId.New(_now), ContentHash = hash,
        };
        context.Add(procedure);
        context.Add(VersionFactory.Make(content, procedure.CurrentVersionId, procedure.Id, 1, from));
    }

    private void Supersede(Procedure procedure, ProcedureVersion last, ProcedureContent content, string hash, ProcedureField field, DateOnly from)
    {
        // A text replaced on its first day was never in force; it stays readable for dossiers that already name it.
        last.ValidTo = from.AddDays(-1);
        var next = VersionFactory.Make(content, EntityId.New(_now), procedure.Id, last.Number + 1, from);
        context.Add(next);
        procedure.CurrentVersionId = next.Id;
        procedure.ContentHash = hash;
        procedure.FieldId = field.Id;
    }

    private ProcedureField FieldFor(string name, Dictionary<string, ProcedureField> fields)
    {
        var slug = Slug.Of(name);
        if (fields.TryGetValue(slug, out var field))
            return field;
        field = new ProcedureField { Id = EntityId.New(_now), Name = name, Slug = slug };
        context.Add(field);
        fields.Add(slug, field);
        return field;
    }
}
