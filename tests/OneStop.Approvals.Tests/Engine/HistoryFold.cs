using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>Where every token stands, read off the history alone.</summary>
internal static class HistoryFold
{
    public static IReadOnlyList<(int Token, string Node)> Of(IEnumerable<HistoryEntry> history)
    {
        var standing = new Dictionary<int, string>();
        foreach (var entry in history.Where(entry => entry.Token != 0))
        {
            switch (entry.Kind)
            {
                case HistoryKind.Entered or HistoryKind.Arrived or HistoryKind.Incident:
                    standing[entry.Token] = entry.Node;
                    break;
                case HistoryKind.Left or HistoryKind.Completed or HistoryKind.SentBack or HistoryKind.Withdrawn or HistoryKind.Joined or HistoryKind.Interrupted
                    or HistoryKind.Skipped or HistoryKind.Moved:
                    standing.Remove(entry.Token);
                    break;
                // At its own place an event ends the wait; at a boundary it does not.
                case HistoryKind.Received or HistoryKind.TimerFired when standing.GetValueOrDefault(entry.Token) == entry.Node:
                    standing.Remove(entry.Token);
                    break;
            }
        }

        return [.. standing.Select(token => (token.Key, token.Value)).Order()];
    }
}
