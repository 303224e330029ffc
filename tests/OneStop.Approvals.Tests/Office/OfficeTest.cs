namespace OneStop.Approvals.Tests.Office;

/// <summary>Tests that each have an office to themselves: its people, its clock and what was raised in it are nobody else's.</summary>
public abstract class OfficeTest : IAsyncLifetime
{
    private protected readonly ApprovalsOffice office;

    protected OfficeTest(ApprovalsOffice? office = null) => this.office = office ?? new ApprovalsOffice();

    public async Task InitializeAsync()
    {
        await office.InitializeAsync();
        await OpenedAsync();
    }

    public Task DisposeAsync() => office.DisposeAsync();

    protected virtual Task OpenedAsync() => Task.CompletedTask;
}
