using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Integrations;

// What was read from the organisation, for a minute at most, so that other nodes see a change soon; a change on this node clears it at once.
internal sealed class OrganisationCache(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile Entry? current;

    public void Clear() => current = null;

    public async ValueTask<OrganisationSnapshot> OrganisationAsync(CancellationToken cancellationToken) => (await EntryAsync(cancellationToken)).Organisation;

    // Fails when there is no such calendar, or one that cannot be computed with: and then says why.
    public async ValueTask<Result<WorkingCalendar>> CalendarAsync(string code, CancellationToken cancellationToken) =>
        (await EntryAsync(cancellationToken)).Calendars.TryGetValue(code, out var built) ? built : Error.NotFound(OrganisationErrors.UnknownCalendar, code);

    public void Dispose() => gate.Dispose();

    private async ValueTask<Entry> EntryAsync(CancellationToken cancellationToken)
    {
        if (current is { } fresh && fresh.ReadAt + Lifetime > time.GetUtcNow())
            return fresh;

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (current is { } other && other.ReadAt + Lifetime > time.GetUtcNow())
                return other;
            var entry = await ReadAsync(cancellationToken);
            current = entry;
            return entry;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Entry> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<OrganisationDbContext>();
        var readAt = time.GetUtcNow();
        var organisation = new OrganisationSnapshot(
            await context.Units.AsNoTracking().ToListAsync(cancellationToken),
            await context.Agencies.AsNoTracking().ToListAsync(cancellationToken),
            await context.Departments.AsNoTracking().Where(d => d.ValidTo == null).ToListAsync(cancellationToken),
            await context.FieldAssignments.AsNoTracking().ToListAsync(cancellationToken));

        var table = (await context.Holidays.AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(h => h.ToSpecialDay());
        var calendars = new Dictionary<string, Result<WorkingCalendar>>();
        foreach (var calendar in await context.Calendars.AsNoTracking().Include(c => c.Sessions).ToListAsync(cancellationToken))
            calendars.Add(calendar.Code, WorkingCalendar.Build(CalendarDefinition.ForTable(calendar.Code, calendar.Weeks(), table)));

        return new Entry(readAt, organisation, calendars);
    }

    private sealed record Entry(DateTimeOffset ReadAt, OrganisationSnapshot Organisation, IReadOnlyDictionary<string, Result<WorkingCalendar>> Calendars);
}
