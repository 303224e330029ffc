namespace OneStop.UI.Tests;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("27/03/1990")]
    [InlineData(" 27/3/1990 ")]
    [InlineData("27-03-1990")]
    [InlineData("27.3.1990")]
    [InlineData("27 3 1990")]
    [InlineData("27031990")]
    [InlineData("1990-03-27")]
    public void TryRead_AsPeopleType_ReadsTheDay(string typed)
    {
        Assert.True(DateText.TryRead(typed, out var date));
        Assert.Equal(new DateOnly(1990, 3, 27), date);
        Assert.Equal("27/03/1990", DateText.Write(date));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31/02/1990")]
    [InlineData("03/27/1990")]
    [InlineData("27/03/90")]
    [InlineData("hôm qua")]
    public void TryRead_WhenNoDay_SaysSo(string? typed) => Assert.False(DateText.TryRead(typed, out _));
}
