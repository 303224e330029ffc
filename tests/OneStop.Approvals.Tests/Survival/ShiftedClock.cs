namespace OneStop.Approvals.Tests.Survival;

/// <summary>Real time moved ahead, so that what a killed process had claimed is free again without anybody waiting for it.</summary>
internal sealed class ShiftedClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
