using System.Buffers.Text;
using OneStop.Kernel.Paging;
using Xunit;

namespace OneStop.Kernel.Tests;

public sealed class CursorTests
{
    private sealed record Position(DateTimeOffset DueAt, Guid Id, string Name);

    [Fact]
    public void Decode_OfEncoded_IsTheSameKeyAndSafeInAnAddress()
    {
        var position = new Position(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero), Guid.NewGuid(), "Đặng Thị Lan & Co/?#");

        var text = Cursor.Encode(position);

        Assert.Equal(position, Cursor.Decode<Position>(text));
        Assert.Equal(Uri.EscapeDataString(text), text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("a")]
    [InlineData("bm90IGpzb24")]
    [InlineData("//8")]
    public void Decode_OfTamperedText_StartsAtTheTop(string? text) => Assert.Null(Cursor.Decode<Position>(text));

    [Fact]
    public void Decode_OfVeryLongText_StartsAtTheTop() => Assert.Null(Cursor.Decode<string>(Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes($"\"{new string('a', 600)}\""))));

    [Fact]
    public void Cut_WithOneRowMore_PointsAfterTheLastShown()
    {
        var page = Page<int>.Cut([1, 2, 3], 2, r => r);

        Assert.Equal([1, 2], page.Items);
        Assert.Equal(2, Cursor.Decode<int>(page.Next));
    }

    [Fact]
    public void Cut_AtTheEnd_HasNoNext() => Assert.Null(Page<int>.Cut([1, 2], 2, r => r).Next);
}
