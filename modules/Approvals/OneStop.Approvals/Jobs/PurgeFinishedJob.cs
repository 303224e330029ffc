using Microsoft.Extensions.Logging;
using OneStop.Approvals.Features.PurgeFinished;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Requests;

namespace OneStop.Approvals.Jobs;

internal sealed class PurgeFinishedJob(ISystemDispatcher dispatcher, TimeProvider time, ILogger<PurgeFinishedJob> logger)
    : DrainingJob<PurgeFinished>(dispatcher, PurgeFinished.Most, TimeSpan.FromHours(1), time, logger);
