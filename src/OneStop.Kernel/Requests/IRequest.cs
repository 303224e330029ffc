using OneStop.Kernel.Results;

namespace OneStop.Kernel.Requests;

/// <summary>Something a person or a job asks one module to do. Use <see cref="IQuery{T}"/> or <see cref="ICommand{T}"/>.</summary>
/// <typeparam name="T">The answer.</typeparam>
public interface IRequest<T>;

/// <summary>A request that only reads. It runs without a transaction and leaves no audit row.</summary>
/// <typeparam name="T">The answer.</typeparam>
public interface IQuery<T> : IRequest<T>;

/// <summary>A request that writes: rows, audit and outbox are saved in one transaction of the module's context, or nothing is.</summary>
/// <typeparam name="T">The answer.</typeparam>
public interface ICommand<T> : IRequest<T>;

/// <summary>A command that answers nothing but that it is done.</summary>
public interface ICommand : ICommand<Done>;

/// <summary>Lets a command tell the audit trail what it was about. Never put personal data here.</summary>
public interface IAudited
{
    /// <summary>Id or code of the thing, for example the dossier's id.</summary>
    string? AuditSubject { get; }

    /// <summary>Why it was done, in the words of the one who did it, or null.</summary>
    string? AuditReason => null;
}

/// <summary>Does one request. Found by scanning the module's assembly; lives for one deed.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="T">The answer.</typeparam>
public interface IHandler<in TRequest, T>
    where TRequest : IRequest<T>
{
    /// <summary>Does the deed. Expected failures are returned; nothing is stored unless the result is a success.</summary>
    Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken);
}

/// <summary>
/// Says that the handler of a command reads and checks ahead of the transaction and takes no lock: only saving is in it. What it decides by must be held by the
/// version of a row it changes, or by a unique index; when another deed came first, the whole deed is done again on what is there then.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadsAheadAttribute : Attribute;

/// <summary>Names the permission that the pipeline asks of the caller before anything else.</summary>
/// <param name="permission">Code of a permission that a module declares.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    /// <summary>Code of the permission.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Says that anyone may send the request, signed in or not. Without it and without <see cref="RequiresAttribute"/> a request is refused.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAllAttribute : Attribute;

/// <summary>The one thing a page injects: sends a request to its handler through the pipeline.</summary>
public interface IDispatcher
{
    /// <summary>Sends on behalf of the current caller, in a service scope of its own.</summary>
    Task<Result<T>> Send<T>(IRequest<T> request, CancellationToken cancellationToken = default);
}

/// <summary>Sends requests from jobs, verbs and seeds, on behalf of the system itself.</summary>
public interface ISystemDispatcher
{
    /// <summary>Sends as <see cref="Callers.Caller.System"/>, who holds every permission.</summary>
    Task<Result<T>> Send<T>(IRequest<T> request, CancellationToken cancellationToken = default);

    /// <summary>Sends as the given caller, for seeds and tests that play a person.</summary>
    Task<Result<T>> SendAs<T>(Callers.Caller caller, IRequest<T> request, CancellationToken cancellationToken = default);
}
