using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Audit;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;
using OneStop.Notifications.Data;
using OneStop.Notifications.Features.ListDeadEvents;
using OneStop.Notifications.Features.RetryDeadEvent;
using OneStop.TestKit.Callers;

namespace OneStop.Notifications.Tests.Features;

public sealed class DeadEventTests(NotificationsSystem system) : IClassFixture<NotificationsSystem>
{
    [Fact]
    public async Task Retry_OfAnEventGivenUp_LeavesTheListIsDueAtOnceAndIsAudited()
    {
        var id = await GiveUpAsync("dossier:1", "OnStepEntered: dossier.missing");
        var admin = TestCallers.SystemAdmin();
        var row = Assert.Single((await system.DoAs(admin, new ListDeadEvents())).Items, r => r.Id == id);
        Assert.Equal(("StepEntered", "dossier:1", 12, "OnStepEntered: dossier.missing"), (row.Name, row.StreamKey, row.Attempts, row.LastError));

        await system.DoAs(admin, new RetryDeadEvent(id));

        Assert.DoesNotContain((await system.DoAs(admin, new ListDeadEvents())).Items, r => r.Id == id);
        var message = await system.AskAsync<NotificationsDbContext, OutboxMessage>(c => c.Set<OutboxMessage>().SingleAsync(m => m.Id == id));
        Assert.Equal((null, 0, system.Clock.Now), (message.DeadAt, message.Attempts, message.DueAt));
        var audit = await system.AskAsync<NotificationsDbContext, AuditEntry>(c => c.Set<AuditEntry>().SingleAsync(a => a.Deed == nameof(RetryDeadEvent) && a.Subject == id.ToString()));
        Assert.Equal(admin.AccountId, audit.ActorId);
        Assert.Equal("notification.event_not_dead", (await system.SendAs(admin, new RetryDeadEvent(id))).Error.Code);
    }

    [Fact]
    public async Task List_OfManyEvents_IsPaged()
    {
        for (var i = 0; i < 31; i++)
            await GiveUpAsync($"paged:{i}", "x");
        var admin = TestCallers.SystemAdmin();

        var first = await system.DoAs(admin, new ListDeadEvents());
        var second = await system.DoAs(admin, new ListDeadEvents(first.Next));

        Assert.Equal(30, first.Items.Count);
        Assert.NotEmpty(second.Items);
        Assert.Empty(first.Items.Select(r => r.Id).Intersect(second.Items.Select(r => r.Id)));
    }

    [Fact]
    public async Task ListAndRetry_ForEveryOtherRole_AreForbidden()
    {
        foreach (var (role, caller) in TestCallers.OneOfEach().Where(c => c.Key != Roles.SystemAdmin))
        {
            var listed = await system.SendAs(caller, new ListDeadEvents());
            var retried = await system.SendAs(caller, new RetryDeadEvent(Guid.CreateVersion7()));
            Assert.True(listed.IsFailure && listed.Error.Kind == ErrorKind.Forbidden && retried.IsFailure && retried.Error.Kind == ErrorKind.Forbidden, role);
        }
    }

    [Fact]
    public async Task Retry_OfNothing_SaysSo() =>
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(TestCallers.SystemAdmin(), new RetryDeadEvent(Guid.CreateVersion7()))).Error.Kind);

    private async Task<Guid> GiveUpAsync(string stream, string error)
    {
        var id = Guid.CreateVersion7();
        await system.InScopeAsync(async services =>
        {
            var context = (NotificationsDbContext)services.GetService(typeof(NotificationsDbContext))!;
            context.Add(new OutboxMessage
            {
                Id = id, OccurredAt = system.Clock.Now, EventType = "OneStop.Approvals.Contracts.Events.StepEntered", StreamKey = stream, Payload = "sealed", Attempts = 12,
                DeadAt = system.Clock.Now, LastError = error,
            });
            await context.SaveChangesAsync();
        });
        return id;
    }
}
