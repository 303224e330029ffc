using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Domain;

// Time of a named third party that an officer leaves out of the term: on what ground and paper, since when, and at most how long.
internal sealed record TimeOut(ClockGround Ground, string Party, string LegalGround, string Document, DateTimeOffset From, Term Limit, DateTimeOffset EndsAt);
