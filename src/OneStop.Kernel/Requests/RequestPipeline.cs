using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Kernel.Audit;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Data.Providers;
using OneStop.Kernel.Events;
using OneStop.Kernel.Observability;
using OneStop.Kernel.Results;

namespace OneStop.Kernel.Requests;

// permission -> validation -> handler -> save + audit + outbox in one transaction -> log and metric
internal sealed class RequestPipeline(
    IServiceScopeFactory scopes, RequestCatalogue catalogue, PermissionCatalogue permissions, Dialect dialect, OutboxSignal outbox, TimeProvider time,
    ILogger<RequestPipeline> logger)
{
    private const int MaxAttempts = 5;
    // Somebody waits for the answer: after this no new attempt is begun.
    private static readonly TimeSpan LongestTrying = TimeSpan.FromSeconds(8);
    private readonly ConcurrentDictionary<Type, object> invokers = new();

    public async Task<Result<T>> RunAsync<T>(IRequest<T> request, Caller caller, CancellationToken cancellationToken)
    {
        var descriptor = catalogue.For(request.GetType());
        using var activity = Telemetry.Source.StartActivity(descriptor.Name);
        var started = time.GetTimestamp();
        Result<T> result;
        try
        {
            result = await RunGuardedAsync(request, descriptor, caller, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            Telemetry.Requests.Record(time.GetElapsedTime(started).TotalMilliseconds, new("request", descriptor.Name), new("outcome", "exception"));
            logger.LogError(exception, "{Request} failed", descriptor.Name);
            throw;
        }

        var outcome = result.IsSuccess ? "done" : result.Error.Code;
        var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
        Telemetry.Requests.Record(elapsed, new("request", descriptor.Name), new("outcome", result.IsSuccess ? "done" : result.Error.Kind.ToString()));
        logger.LogDebug("{Request} by {CallerKind} {CallerId}: {Outcome} in {Elapsed:0.0} ms", descriptor.Name, caller.Kind, caller.AccountId, outcome, elapsed);
        return result;
    }

    private async Task<Result<T>> RunGuardedAsync<T>(IRequest<T> request, RequestDescriptor descriptor, Caller caller, CancellationToken cancellationToken)
    {
        if (!descriptor.OpenToAll && !permissions.Allows(caller, descriptor.Permission!))
            return caller.Kind == CallerKind.Anonymous ? Error.Forbidden(CommonErrors.SignInRequired) : Error.Forbidden(CommonErrors.NotAllowed);

        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallerContext>().Caller = caller;
            try
            {
                if (await ValidateAsync(InvokerOf(request).Validators(scope.ServiceProvider), request, cancellationToken) is { Count: > 0 } errors)
                    return errors;
                return descriptor.IsCommand
                    ? await RunCommandAsync(scope.ServiceProvider, request, descriptor, caller, cancellationToken)
                    : await Invoke(scope.ServiceProvider, request, cancellationToken);
            }
            // Another deed came between its reading and its saving: done again, it sees what that one left.
            catch (DbUpdateException exception) when (attempt < MaxAttempts && IsOvertaken(exception, descriptor))
            {
            }
            catch (DbUpdateConcurrencyException)
            {
                return Error.Conflict(CommonErrors.ChangedMeanwhile);
            }
            catch (Exception exception) when (FindDatabaseFailure(exception) is { } failure)
            {
                if (dialect.IsUniqueViolation(failure))
                    return Error.Conflict(CommonErrors.Duplicate);
                if (!dialect.IsTransient(failure))
                    throw;
                if (attempt == MaxAttempts || time.GetElapsedTime(started) > LongestTrying)
                {
                    logger.LogWarning(failure, "{Request} gave up after {Attempts} attempts", descriptor.Name, attempt);
                    return Error.Unavailable(CommonErrors.TryAgainLater);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(10, 40 * attempt * attempt)), time, cancellationToken);
            }
            catch (IOException exception)
            {
                logger.LogError(exception, "{Request}: storage refused the write", descriptor.Name);
                return Error.Unavailable(CommonErrors.TryAgainLater);
            }
        }
    }

    private async Task<Result<T>> RunCommandAsync<T>(
        IServiceProvider services, IRequest<T> request, RequestDescriptor descriptor, Caller caller, CancellationToken cancellationToken)
    {
        var context = (ModuleDbContext)services.GetRequiredService(descriptor.Module.ContextType);
        context.BeginDeed();
        if (descriptor.ReadsAhead)
        {
            // One connection for all of it.
            await context.Database.OpenConnectionAsync(cancellationToken);
            var decided = await Invoke(services, request, cancellationToken);
            if (decided.IsSuccess)
                await SaveAsync(context, request, descriptor, caller);
            return decided;
        }

        using var turn = await dialect.TakeTurnAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await Invoke(services, request, cancellationToken);
        if (result.IsSuccess)
            await SaveAsync(context, transaction, request, descriptor, caller, cancellationToken);
        return result;
    }

    // Saving opens its transaction itself, when all that goes into it is ready.
    private async Task SaveAsync<T>(ModuleDbContext context, IRequest<T> request, RequestDescriptor descriptor, Caller caller)
    {
        Record(context, request, descriptor, caller);
        IDisposable? turn = null;
        context.BeforeSaving = async waiting => turn = await dialect.TakeTurnAsync(waiting);
        try
        {
            // The deed stands even if the reader has gone away.
            await context.SaveChangesAsync(CancellationToken.None);
        }
        finally
        {
            context.BeforeSaving = null;
            turn?.Dispose();
        }

        Finish(context);
    }

    private async Task SaveAsync<T>(
        ModuleDbContext context, IDbContextTransaction transaction, IRequest<T> request, RequestDescriptor descriptor, Caller caller, CancellationToken cancellationToken)
    {
        Record(context, request, descriptor, caller);
        await context.SaveChangesAsync(cancellationToken);
        // Past this point the deed stands even if the reader has gone away.
        await transaction.CommitAsync(CancellationToken.None);
        Finish(context);
    }

    private void Record<T>(ModuleDbContext context, IRequest<T> request, RequestDescriptor descriptor, Caller caller)
    {
        var audited = request as IAudited;
        context.Set<AuditEntry>().Add(new AuditEntry
        {
            Id = EntityId.New(time.GetUtcNow()),
            At = time.GetUtcNow(),
            ActorId = caller.AccountId,
            ActorKind = caller.Kind.ToString(),
            Deed = descriptor.Name,
            Subject = audited?.AuditSubject,
            Reason = audited?.AuditReason,
        });
    }

    private void Finish(ModuleDbContext context)
    {
        if (context.HasRaised)
            outbox.Wake();
        context.RunAfterCommit();
    }

    // A row that exists already is news only to a deed that read before its transaction began.
    private bool IsOvertaken(DbUpdateException exception, RequestDescriptor descriptor) =>
        exception is DbUpdateConcurrencyException || (descriptor.ReadsAhead && FindDatabaseFailure(exception) is { } failure && dialect.IsUniqueViolation(failure));

    private static async Task<List<Error>?> ValidateAsync<T>(IEnumerable<IValidator> validators, IRequest<T> request, CancellationToken cancellationToken)
    {
        List<Error>? errors = null;
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(new ValidationContext<object>(request), cancellationToken);
            foreach (var failure in outcome.Errors)
                (errors ??= []).Add(ValidationErrors.From(failure));
        }

        return errors;
    }

    private Task<Result<T>> Invoke<T>(IServiceProvider services, IRequest<T> request, CancellationToken cancellationToken) =>
        InvokerOf(request).Invoke(services, request, cancellationToken);

    private Invoker<T> InvokerOf<T>(IRequest<T> request) => (Invoker<T>)invokers.GetOrAdd(
        request.GetType(), static type => Activator.CreateInstance(typeof(Invoker<,>).MakeGenericType(type, typeof(T)))!);

    private static DbException? FindDatabaseFailure(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is DbException found)
                return found;
        }

        return null;
    }

    private abstract class Invoker<T>
    {
        public abstract IEnumerable<IValidator> Validators(IServiceProvider services);

        public abstract Task<Result<T>> Invoke(IServiceProvider services, IRequest<T> request, CancellationToken cancellationToken);
    }

    private sealed class Invoker<TRequest, T> : Invoker<T>
        where TRequest : IRequest<T>
    {
        public override IEnumerable<IValidator> Validators(IServiceProvider services) => services.GetServices<IValidator<TRequest>>();

        public override Task<Result<T>> Invoke(IServiceProvider services, IRequest<T> request, CancellationToken cancellationToken) =>
            services.GetRequiredService<IHandler<TRequest, T>>().Handle((TRequest)request, cancellationToken);
    }
}
