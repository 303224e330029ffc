using OneStop.Web.Composition;
using OneStop.Web.Verbs;

// No verb serves the product; any other first word is a verb (see README).
var verb = args.FirstOrDefault(a => !a.StartsWith('-') && !a.Contains('='));
var builder = WebApplication.CreateBuilder(args);
builder.AddOneStopHost();
var app = builder.Build();
if (verb is not null)
    return await VerbRunner.RunAsync(app, verb, [.. args.SkipWhile(a => a != verb).Skip(1)]);

app.UseOneStopHost();
await DevelopmentStart.PrepareAsync(app);
await app.RunAsync();
return 0;

/// <summary>The entry point, public for tests that start the host.</summary>
public partial class Program;
