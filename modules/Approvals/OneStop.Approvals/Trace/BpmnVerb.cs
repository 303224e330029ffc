using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Trace;

/// <summary>"bpmn run" and "bpmn validate": the engine for outsiders, without host or database. The last line of the output is one JSON object.</summary>
internal static class BpmnVerb
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Result(bool Deployed, string State, IReadOnlyList<string> Log, TraceError? Error, IReadOnlyList<TraceEvent> Events);

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancellationToken)
    {
        if (TraceOptions.Parse(args) is not { } options)
        {
            await errors.WriteLineAsync(TraceOptions.Usage);
            return 2;
        }

        var result = await RunAsync(options, output, time, cancellationToken);
        await output.WriteLineAsync(JsonSerializer.Serialize(result, Json));
        return 0;
    }

    private static async Task<Result> RunAsync(TraceOptions options, TextWriter output, TimeProvider time, CancellationToken cancellationToken)
    {
        string xml;
        try
        {
            xml = ReadText(options.File);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refused("deployment.no_file", exception.Message, "");
        }

        var file = BpmnCompiler.Compile(xml, CompileMode.Trace);
        foreach (var problem in file.Problems)
            await output.WriteLineAsync(Sentence(problem));
        if (file.Problems is [var first, ..])
            return Refused(first.Code, Sentence(first), first.ElementId);
        if (options.Verb == "validate")
            return new Result(true, "completed", [], null, []);

        var run = new TraceRun(xml, file, options, time);
        if (options.AlsoStart.Prepend(options.Process!).FirstOrDefault(process => !run.Knows(process)) is { } unknown)
            return Refused(DeploymentProblem.UnknownProcess, TraceTexts.Of(DeploymentProblem.UnknownProcess), unknown);
        await run.RunAsync(cancellationToken);
        return new Result(true, run.Outcome(), run.State.Log, run.State.Error, run.State.Events);
    }

    private static Result Refused(string code, string message, string element) => new(false, "failed", [], new TraceError("deployment", code, message, element), []);

    private static string Sentence(DeploymentProblem problem) => $"{problem.ElementId} (line {problem.Line}): {TraceTexts.Of(problem.Code)}. {problem.Detail}".Trim();

    /// <summary>As the XML declaration says; UTF-8 and byte order marks by themselves.</summary>
    private static string ReadText(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200));
        var named = System.Text.RegularExpressions.Regex.Match(head, "^<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");
        var encoding = named.Success ? Encoding.GetEncoding(named.Groups[1].Value) : Encoding.UTF8;
        using var reader = new StreamReader(new MemoryStream(bytes), encoding, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
