using System.Security.Cryptography;
using System.Text;

namespace OneStop.Approvals.Runtime;

/// <summary>Command ids for the system's own steps: the same cause always gives the same id, so that a redelivered cause does nothing.</summary>
internal static class DerivedId
{
    public static Guid From(Guid cause, string purpose)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{cause:N}/{purpose}"), hash);
        return new Guid(hash[..16]);
    }
}
