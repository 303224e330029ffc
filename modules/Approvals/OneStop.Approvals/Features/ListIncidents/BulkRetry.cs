using OneStop.Approvals.Features.RetryIncident;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ListIncidents;

/// <summary>What came of one incident of many.</summary>
internal sealed record BulkRetryResult(Guid IncidentId, string DossierCode, Error? Error, bool StandsAgain);

/// <summary>
/// Retries every incident of a filter, each in a transaction of its own, so that one that fails holds no other up. The same command id again does nothing twice.
/// </summary>
internal static class BulkRetry
{
    public const int Most = 500;

    public static async Task<Result<IReadOnlyList<BulkRetryResult>>> RunAsync(
        IDispatcher dispatcher, IncidentFilter filter, Guid commandId, string why, Action<int, int> progress, CancellationToken cancellationToken)
    {
        // Read to the end first: what is retried leaves the list, and what stops again comes into it anew.
        var rows = new List<IncidentRow>();
        string? cursor = null;
        do
        {
            var listed = await dispatcher.Send(new ListIncidentsQuery(cursor, filter), cancellationToken);
            if (!listed.TryGet(out var list))
                return listed.AsFailure<IReadOnlyList<BulkRetryResult>>();
            rows.AddRange(list.Page.Items);
            cursor = list.Page.Next;
        }
        while (cursor is not null && rows.Count < Most);

        var results = new List<BulkRetryResult>();
        foreach (var row in rows.Take(Most))
        {
            var retried = await dispatcher.Send(new RetryIncidentCommand(row.Id, DerivedId.From(commandId, row.Id.ToString("N")), why), cancellationToken);
            results.Add(new BulkRetryResult(row.Id, row.DossierCode, retried.IsFailure ? retried.Error : null, retried.IsSuccess && retried.Value.StandsAgain));
            progress(results.Count, Math.Min(rows.Count, Most));
        }

        return results;
    }
}
