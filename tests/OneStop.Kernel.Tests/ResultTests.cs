using OneStop.Kernel.Results;
using Xunit;

namespace OneStop.Kernel.Tests;

public sealed class ResultTests
{
    private static readonly Error Late = Error.RuleBroken("dossier.late", 3);

    [Fact]
    public void Value_WhenDone_IsGiven()
    {
        Result<int> result = 7;

        Assert.True(result.IsSuccess);
        Assert.True(result.TryGet(out var value));
        Assert.Equal((7, 7), (value, result.Value));
        Assert.Empty(result.Errors);
    }

    [Fact]
    public void Value_WhenFailed_ThrowsWithTheCode()
    {
        Result<int> result = Late;

        Assert.False(result.TryGet(out _));
        Assert.Contains("dossier.late", Assert.Throws<InvalidOperationException>(() => result.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_WhenDone_Throws() => Assert.Throws<InvalidOperationException>(() => ((Result<int>)7).Error);

    [Fact]
    public void Errors_WhenSeveral_KeepTheirOrder()
    {
        Result<int> result = new[] { Error.Invalid("a", "Name"), Late };

        Assert.Equal(["a", "dossier.late"], result.Errors.Select(e => e.Code));
        Assert.Equal("a", result.Error.Code);
    }

    [Fact]
    public void Failure_WithoutErrors_IsABug() => Assert.Throws<ArgumentException>(() => (Result<int>)new List<Error>());

    [Fact]
    public void Map_WhenDone_TurnsTheValue() => Assert.Equal("7", ((Result<int>)7).Map(v => v.ToString(System.Globalization.CultureInfo.InvariantCulture)).Value);

    [Fact]
    public void Map_WhenFailed_KeepsTheErrors() => Assert.Equal(Late, ((Result<int>)Late).Map(_ => Done.Value).Error);

    [Fact]
    public void AsFailure_WhenDone_Throws() => Assert.Throws<InvalidOperationException>(() => ((Result<int>)7).AsFailure<string>());

    [Fact]
    public void AsFailure_WhenFailed_KeepsTheErrors() => Assert.Equal(Late, ((Result<int>)Late).AsFailure<string>().Error);

    [Fact]
    public void Default_IsADoneDeedWithTheDefaultValue() => Assert.True(default(Result<Done>).IsSuccess);
}
