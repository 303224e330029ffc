namespace OneStop.Web.Resources;

/// <summary>Marker of the host's own texts.</summary>
public sealed class HostTexts;
