using System.Resources;

namespace OneStop.Identity.Resources;

public sealed class IdentityTexts
{
    internal static ResourceManager Resources { get; } = new(typeof(IdentityTexts).FullName!, typeof(IdentityTexts).Assembly);
}
