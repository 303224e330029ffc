using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Data;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>Where transactions run side by side: whoever counts loads of an agency waits for whoever counts them already.</summary>
[Trait("Server", "PostgreSql")]
public sealed class AssignmentLockTests() : OfficeTest(new PostgreSqlOffice())
{
    [Fact]
    public async Task LeastLoaded_WhileAnotherDeedCountsTheSameAgency_WaitsForItAndGoesOnThen()
    {
        var (one, two) = (office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người một"), office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người hai"));
        await RichProcess.DeployAsync(office, AssignmentTests.Key, AssignmentTests.Xml("", "assign=\"least_loaded\""));
        var dossier = await office.AcceptAsync(AssignmentTests.Key);
        var step = await office.OpenTaskAsync(dossier, "mot");
        var key = $"approvals:load:{TestCallers.Ward.AgencyId}";

        await using var scope = office.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        await using var other = await context.Database.BeginTransactionAsync();
        await scope.ServiceProvider.GetRequiredService<IDatabase>().LockAsync(context, key, CancellationToken.None);
        var deed = Task.Run(() => office.CompleteAsync(step, one));
        var waits = false;
        while (!deed.IsCompleted && !waits)
            waits = await WaitsAsync(context, key);

        Assert.True(waits, "The step was given to somebody while another deed was counting.");
        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.Element == "hai");
        await other.RollbackAsync();
        Assert.True((await deed).IsSuccess);
        Assert.Contains((await office.OpenTaskAsync(dossier, "hai")).AssigneeId!.Value, new[] { one.Id, two.Id });
    }

    private static Task<bool> WaitsAsync(ApprovalsDbContext context, string key) => context.Database.SqlQueryRaw<bool>(
        """SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND ((classid::bigint << 32) | objid::bigint) = hashtextextended({0}, 0)) AS "Value" """, key).SingleAsync();

    private sealed class PostgreSqlOffice : ApprovalsOffice
    {
        public override string Provider => DatabaseOptions.PostgreSql;
    }
}
