using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Security;
using Xunit;

namespace OneStop.Kernel.Tests;

public sealed class FieldProtectorTests
{
    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly FieldProtector protector = With(Key);

    [Theory]
    [InlineData("")]
    [InlineData("001099012345")]
    [InlineData("Nguyễn Thị Ánh 🌸")]
    public void Unprotect_OfProtected_IsTheValue(string value) => Assert.Equal(value, protector.Unprotect(protector.Protect(value)));

    [Fact]
    public void Protect_Twice_NeverLooksTheSame() => Assert.NotEqual(protector.Protect("001099012345"), protector.Protect("001099012345"));

    [Fact]
    public void Unprotect_WhenAnyCharacterChanged_Refuses()
    {
        var text = protector.Protect("001099012345");

        // The last character may carry bits that decoding drops.
        for (var i = 0; i < text.Length - 1; i++)
        {
            var changed = string.Create(text.Length, (text, i), (span, s) =>
            {
                s.text.CopyTo(span);
                span[s.i] = span[s.i] == 'A' ? 'B' : 'A';
            });
            Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(changed));
        }
    }

    [Fact]
    public void Unprotect_WhenTooShort_Refuses() => Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect("AAAA"));

    [Fact]
    public void Unprotect_WithAnotherKey_Refuses() =>
        Assert.ThrowsAny<CryptographicException>(() => With(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))).Unprotect(protector.Protect("x")));

    [Fact]
    public void Hash_OfTheSameValue_IsTheSameWithinAPurposeOnly()
    {
        Assert.Equal(protector.Hash("citizen", "001099012345"), With(Key).Hash("citizen", "001099012345"));
        Assert.NotEqual(protector.Hash("citizen", "001099012345"), protector.Hash("phone", "001099012345"));
        Assert.NotEqual(protector.Hash("citizen", "001099012345"), With(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))).Hash("citizen", "001099012345"));
        Assert.Matches("^[0-9a-f]{64}$", protector.Hash("citizen", "1"));
    }

    private static FieldProtector With(string key) => new(Options.Create(new SecurityOptions { FieldKey = key }));
}
