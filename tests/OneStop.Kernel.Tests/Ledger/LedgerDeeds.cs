using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Events;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Kernel.Tests.Ledger;

[Requires(LedgerModule.Write)]
internal sealed record WriteEntry(string Code, string Stream = "ledger", bool FailAfterSaving = false) : ICommand<Guid>, IAudited
{
    public string? AuditSubject => Code;

    public string? AuditReason => "kiểm tra";
}

internal sealed class WriteEntryValidator : AbstractValidator<WriteEntry>
{
    public WriteEntryValidator() => RuleFor(w => w.Code).NotEmpty().WithErrorCode(CommonErrors.Required).MaximumLength(50).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { 50 });
}

internal sealed class WriteEntryHandler(LedgerDbContext context, LedgerFaults faults, TimeProvider time) : IHandler<WriteEntry, Guid>
{
    public async Task<Result<Guid>> Handle(WriteEntry request, CancellationToken cancellationToken)
    {
        faults.Attempts++;
        var entry = new Entry { Id = Data.EntityId.New(time.GetUtcNow()), Code = request.Code, At = time.GetUtcNow() };
        context.Add(entry);
        context.Raise(new EntryWritten(request.Code, request.Stream), time.GetUtcNow());
        context.AfterCommit(() => faults.CommitWasSeen = true);
        await context.SaveChangesAsync(cancellationToken);
        if (faults.NextHandlerExceptions.TryDequeue(out var exception))
            throw exception;
        if (request.FailAfterSaving)
            return Error.RuleBroken("ledger.refused");
        return entry.Id;
    }
}

[OpenToAll]
internal sealed record CountEntries : IQuery<int>;

internal sealed class CountEntriesHandler(LedgerDbContext context) : IHandler<CountEntries, int>
{
    public async Task<Result<int>> Handle(CountEntries request, CancellationToken cancellationToken) => await context.Set<Entry>().CountAsync(cancellationToken);
}

[Requires(LedgerModule.Write)]
internal sealed record AnnotateEntry(Guid Id, string Note, long Version) : ICommand;

internal sealed class AnnotateEntryHandler(LedgerDbContext context) : IHandler<AnnotateEntry, Done>
{
    public async Task<Result<Done>> Handle(AnnotateEntry request, CancellationToken cancellationToken)
    {
        var entry = await context.Set<Entry>().SingleAsync(e => e.Id == request.Id, cancellationToken);
        context.Entry(entry).Property(e => e.Version).OriginalValue = request.Version;
        entry.Note = request.Note;
        return Done.Value;
    }
}

[Requires(LedgerModule.Write), ReadsAhead]
internal sealed record LengthenNote(Guid Id) : ICommand<string>, IAudited
{
    public string? AuditSubject => $"lengthen:{Id}";
}

internal sealed class LengthenNoteHandler(LedgerDbContext context, LedgerFaults faults) : IHandler<LengthenNote, string>
{
    public async Task<Result<string>> Handle(LengthenNote request, CancellationToken cancellationToken)
    {
        var entry = await context.Set<Entry>().SingleAsync(e => e.Id == request.Id, cancellationToken);
        if (faults.Meanwhile is { } meanwhile)
            await meanwhile();
        entry.Note += "!";
        context.AfterCommit(() => faults.Saw($"lengthened:{entry.Note}"));
        return entry.Note;
    }
}

internal sealed class OnEntryWritten(LedgerFaults faults) : IEventHandler<EntryWritten>
{
    public Task<Result<Done>> Handle(EntryWritten integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (faults.RefusedCodes.Contains(integrationEvent.Code))
            return Task.FromResult<Result<Done>>(Error.Unavailable("ledger.not_now"));
        faults.Saw($"first:{integrationEvent.Code}");
        return Task.FromResult<Result<Done>>(Done.Value);
    }
}

internal sealed class AlsoOnEntryWritten(LedgerFaults faults) : IEventHandler<EntryWritten>
{
    public Task<Result<Done>> Handle(EntryWritten integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        faults.Saw($"second:{integrationEvent.Code}");
        return Task.FromResult<Result<Done>>(Done.Value);
    }
}

[Requires(LedgerModule.Write)]
internal sealed record UnderlineNote(Guid Id) : ICommand<string>;

internal sealed class UnderlineNoteHandler(LedgerDbContext context, LedgerFaults faults) : IHandler<UnderlineNote, string>
{
    public async Task<Result<string>> Handle(UnderlineNote request, CancellationToken cancellationToken)
    {
        var entry = await context.Set<Entry>().SingleAsync(e => e.Id == request.Id, cancellationToken);
        faults.Attempts++;
        // On this very connection: a second writer would wait for the first, and what is tried here is what comes after the waiting.
        if (faults.Overtaken-- > 0)
            await context.Set<Entry>().Where(e => e.Id == request.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, e => e.Version + 1), cancellationToken);
        entry.Note += "_";
        return entry.Note;
    }
}
