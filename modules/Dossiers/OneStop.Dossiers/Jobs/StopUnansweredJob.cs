using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Features.StopUnanswered;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Jobs;

internal sealed class StopUnansweredJob(ISystemDispatcher dispatcher, TimeProvider time, ILogger<StopUnansweredJob> logger)
    : DrainingJob<StopUnanswered>(dispatcher, StopUnanswered.Most, TimeSpan.FromMinutes(10), time, logger);
