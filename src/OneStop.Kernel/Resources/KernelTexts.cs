namespace OneStop.Kernel.Resources;

/// <summary>Marker of the kernel's own texts.</summary>
public sealed class KernelTexts;
