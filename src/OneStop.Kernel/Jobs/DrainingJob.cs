using Microsoft.Extensions.Logging;
using OneStop.Kernel.Requests;

namespace OneStop.Kernel.Jobs;

/// <summary>Sends a request that works off at most so many rows in one transaction, again and again until one finds fewer.</summary>
/// <typeparam name="TRequest">Answers how many rows it worked off.</typeparam>
public abstract partial class DrainingJob<TRequest>(ISystemDispatcher dispatcher, int most, TimeSpan pause, TimeProvider time, ILogger logger)
    : RepeatedJob(pause, time, logger)
    where TRequest : ICommand<int>, new()
{
    /// <inheritdoc/>
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        int round;
        do
        {
            var result = await dispatcher.Send(new TRequest(), cancellationToken);
            if (result.IsFailure)
                LogRefused(Logger, typeof(TRequest).Name, result.Error.Code);
            round = result.IsSuccess ? result.Value : 0;
            done += round;
        }
        while (round == most);
        return done;
    }

    [LoggerMessage(LogLevel.Error, "{Request} was refused: {Code}")]
    private static partial void LogRefused(ILogger logger, string request, string code);
}
