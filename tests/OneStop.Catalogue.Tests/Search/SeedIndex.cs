using OneStop.Catalogue.Contracts;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Import;
using OneStop.Catalogue.Search;

namespace OneStop.Catalogue.Tests.Search;

// The index over the shipped catalogue, built once for the class fixtures.
public sealed class SeedIndex : IAsyncLifetime
{
    internal ProcedureIndex Index { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var local = LocalPublications.Load();
        var documents = new List<SearchDocument>();
        await using var stream = SeedFiles.Procedures();
        await foreach (var line in CatalogueReader.ReadAsync(stream))
            documents.Add(Document(local.Apply(line.Content!)));
        documents.AddRange(local.OwnProcedures.Select(Document));
        Index = ProcedureIndex.Build(documents, EverydayDictionary.Load());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static SearchDocument Document(ProcedureContent c) => new()
    {
        Code = c.Code, Name = c.Name, PlainName = c.PlainName, Field = c.Field, FieldSlug = Slug.Of(c.Field), Levels = c.Levels, Audiences = c.Audiences,
        LifeEvents = LifeEvents.Of(c.Code), Results = [.. c.Results.Select(r => r.Name)], Online = c.Channels.Any(x => x.Channel == Channels.Online),
    };
}
