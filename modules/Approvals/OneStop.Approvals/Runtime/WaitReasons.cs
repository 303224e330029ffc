namespace OneStop.Approvals.Runtime;

/// <summary>What a suspended task waits for.</summary>
internal static class WaitReasons
{
    public const string Supplement = "supplement";

    /// <summary>The citizen asked to withdraw; the desk has not answered yet.</summary>
    public const string Withdrawal = "withdrawal";

    /// <summary>A consulted body asked back; the asker has not explained yet.</summary>
    public const string Explanation = "explanation";
}
