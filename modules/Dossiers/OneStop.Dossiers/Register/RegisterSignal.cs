using OneStop.Kernel.Jobs;

namespace OneStop.Dossiers.Register;

// A register was ordered.
internal sealed class RegisterSignal : WorkSignal;
