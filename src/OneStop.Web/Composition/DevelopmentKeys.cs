using System.Security.Cryptography;

namespace OneStop.Web.Composition;

// In Development a field key is made once and kept beside the data, so that a clean clone starts with nothing to set.
internal static class DevelopmentKeys
{
    private const string Setting = "Security:FieldKey";

    public static void Ensure(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || !string.IsNullOrEmpty(builder.Configuration[Setting]))
            return;

        var path = Path.Combine(builder.Environment.ContentRootPath, "data", "development.key");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        builder.Configuration[Setting] = File.ReadAllText(path).Trim();
    }
}
