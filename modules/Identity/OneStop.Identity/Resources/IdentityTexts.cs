namespace OneStop.Identity.Resources;

public sealed class IdentityTexts;
