using System.Data.Common;
using Microsoft.Extensions.Options;
using OneStop.Approvals;
using OneStop.Web.Composition;
using OneStop.Web.Verbs;

// This verb runs a file on the engine alone; it must answer faster than a host starts.
if (args is ["bpmn", ..])
    return await ApprovalsModule.RunBpmnAsync(args[1..], Console.Out, Console.Error, CancellationToken.None);

// No verb serves the product; any other first word is a verb (see README).
var verb = args.FirstOrDefault() is { } first && !first.StartsWith('-') && !first.Contains('=') ? first : null;
try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddOneStopHost();
    var app = builder.Build();
    if (verb is not null)
        return await VerbRunner.RunAsync(app, verb, args[1..]);

    app.UseOneStopHost();
    await DevelopmentStart.PrepareAsync(app, args);
    await DatabaseVersion.EnsureAsync(app);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is OptionsValidationException or CannotStartException)
{
    // A missing setting is the operator's to mend: one line, no trace.
    await Console.Error.WriteLineAsync($"OneStop cannot start. {exception.Message}");
    return 1;
}
catch (Exception exception) when (verb is not null && exception is DbException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"OneStop cannot {verb}. The database named in ConnectionStrings:OneStop refuses: {exception.Message}");
    return 1;
}

/// <summary>The entry point, public for tests that start the host.</summary>
public partial class Program;
