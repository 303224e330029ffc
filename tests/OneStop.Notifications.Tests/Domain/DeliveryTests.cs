using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Tests.Domain;

public sealed class DeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 30)]
    [InlineData(8, 1920)]
    [InlineData(30, 3600)]
    public void Pause_AfterEachAttempt_DoublesUpToAnHour(int attempts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Delivery.Pause(attempts));

    [Theory]
    [InlineData(0, 7.5)]
    [InlineData(0.999, 22.485)]
    public void Fail_WithSpread_ComesBackBetweenHalfAndOneAndAHalfPauses(double spread, double seconds)
    {
        var delivery = New();

        delivery.HandOver(Now);
        delivery.Fail("timeout", forGood: false, Now, spread);

        Assert.Equal(seconds, (delivery.DueAt!.Value - Now).TotalSeconds, 3);
        Assert.False(delivery.IsInterrupted);
    }

    [Fact]
    public void Fail_WithALongError_KeepsItsBeginning()
    {
        var delivery = New();

        delivery.HandOver(Now);
        delivery.Fail(new string('x', 5000), forGood: true, Now, 0);

        Assert.Equal((DeliveryStatus.Failed, Delivery.MaxErrorLength), (delivery.Status, delivery.LastError!.Length));
    }

    private static Delivery New() => new() { Recipient = "a@example.vn", Address = "a@example.vn", Culture = "vi", DueAt = Now };
}
