namespace OneStop.Approvals.Runtime;

/// <summary>What a suspended task waits for.</summary>
internal static class WaitReasons
{
    public const string Supplement = "supplement";

    /// <summary>The citizen asked to withdraw; the desk has not answered yet.</summary>
    public const string Withdrawal = "withdrawal";
}
