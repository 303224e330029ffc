using Microsoft.Extensions.Localization;
using OneStop.Catalogue.Resources;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Catalogue.Features.CloseProcedure;

internal sealed class CloseProcedureVerb(ISystemDispatcher dispatcher, IStringLocalizer<CatalogueTexts> texts, IErrorTexts errors) : IVerb
{
    public string Name => "close-procedure";

    public string Usage => "close-procedure CODE REASON [REASON_IN_ENGLISH]";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args.Length is not (2 or 3))
        {
            await output.WriteLineAsync(Usage);
            return 1;
        }

        var result = await dispatcher.Send(new CloseProcedure(args[0], new LocalizedText(args[1], args[^1])), cancellationToken);
        await output.WriteLineAsync(result.IsSuccess ? texts["CloseProcedure.Closed", args[0]] : errors.Describe(result.Error));
        return result.IsSuccess ? 0 : 1;
    }
}

internal sealed class ReopenProcedureVerb(ISystemDispatcher dispatcher, IStringLocalizer<CatalogueTexts> texts, IErrorTexts errors) : IVerb
{
    public string Name => "reopen-procedure";

    public string Usage => "reopen-procedure CODE";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args.Length != 1)
        {
            await output.WriteLineAsync(Usage);
            return 1;
        }

        var result = await dispatcher.Send(new CloseProcedure(args[0], null), cancellationToken);
        await output.WriteLineAsync(result.IsSuccess ? texts["CloseProcedure.Reopened", args[0]] : errors.Describe(result.Error));
        return result.IsSuccess ? 0 : 1;
    }
}
