using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.TestKit.Pages;

// The page's own dispatcher: the real pipeline for whoever reads the page, until a test makes one request slow or lets it fail.
public sealed class PageDispatcher(ISystemDispatcher pipeline) : IDispatcher
{
    private readonly Dictionary<Type, Task> held = [];
    private readonly Dictionary<Type, Error> failing = [];

    public Caller Reader { get; set; } = Caller.Anonymous;

    public List<object> Sent { get; } = [];

    // Requests of this type wait until the test sets the result.
    public TaskCompletionSource Hold<TRequest>()
    {
        var gate = new TaskCompletionSource();
        held[typeof(TRequest)] = gate.Task;
        return gate;
    }

    public void Fail<TRequest>(Error error) => failing[typeof(TRequest)] = error;

    // As when the database is locked or the disk is full.
    public void BreakDown<TRequest>() => Fail<TRequest>(Error.Unavailable(CommonErrors.TryAgainLater));

    public void Mend<TRequest>() => failing.Remove(typeof(TRequest));

    public async Task<Result<T>> Send<T>(IRequest<T> request, CancellationToken cancellationToken = default)
    {
        Sent.Add(request);
        if (held.TryGetValue(request.GetType(), out var gate))
            await gate.WaitAsync(cancellationToken);
        return failing.TryGetValue(request.GetType(), out var error) ? error : await pipeline.SendAs(Reader, request, cancellationToken);
    }
}
