using OneStop.Web.Composition;
using OneStop.Web.Verbs;

// No verb serves the product; any other first word is a verb (see README).
var verb = args.FirstOrDefault() is { } first && !first.StartsWith('-') && !first.Contains('=') ? first : null;
var builder = WebApplication.CreateBuilder(args);
builder.AddOneStopHost();
var app = builder.Build();
if (verb is not null)
    return await VerbRunner.RunAsync(app, verb, args[1..]);

app.UseOneStopHost();
await DevelopmentStart.PrepareAsync(app);
await app.RunAsync();
return 0;

/// <summary>The entry point, public for tests that start the host.</summary>
public partial class Program;
