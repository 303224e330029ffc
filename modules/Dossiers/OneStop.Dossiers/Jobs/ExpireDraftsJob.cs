using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Features.ExpireDrafts;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Jobs;

internal sealed class ExpireDraftsJob(ISystemDispatcher dispatcher, TimeProvider time, ILogger<ExpireDraftsJob> logger)
    : DrainingJob<ExpireDrafts>(dispatcher, ExpireDrafts.Most, TimeSpan.FromHours(6), time, logger);
