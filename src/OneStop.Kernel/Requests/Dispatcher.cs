using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;

namespace OneStop.Kernel.Requests;

internal sealed class Dispatcher(ICallerSource callers, RequestPipeline pipeline) : IDispatcher
{
    public async Task<Result<T>> Send<T>(IRequest<T> request, CancellationToken cancellationToken = default) =>
        await pipeline.RunAsync(request, await callers.GetAsync(), cancellationToken);
}

internal sealed class SystemDispatcher(RequestPipeline pipeline) : ISystemDispatcher
{
    public Task<Result<T>> Send<T>(IRequest<T> request, CancellationToken cancellationToken = default) =>
        pipeline.RunAsync(request, Caller.System, cancellationToken);

    public Task<Result<T>> SendAs<T>(Caller caller, IRequest<T> request, CancellationToken cancellationToken = default) =>
        pipeline.RunAsync(request, caller, cancellationToken);
}
