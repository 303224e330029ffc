using OneStop.Kernel.Data;

namespace OneStop.Notifications.Domain;

internal enum Channel
{
    Email,
}

internal enum DeliveryStatus
{
    /// <summary>Not tried yet, or to be tried again.</summary>
    Waiting,

    Sent,

    /// <summary>Given up until an operator looks.</summary>
    Failed,
}

/// <summary>One notice on its way through one channel outside the app.</summary>
internal sealed class Delivery : IClaimable, IVersioned
{
    public const int MaxAttempts = 8;
    public const int MaxErrorLength = 500;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public Guid Id { get; init; }

    public Guid NoticeId { get; init; }

    public Guid EventId { get; init; }

    public required string Recipient { get; init; }

    public Channel Channel { get; init; }

    public required string Address { get; init; }

    public string? Name { get; init; }

    /// <summary>Language of the recipient when the message was asked for.</summary>
    public required string Culture { get; init; }

    public DeliveryStatus Status { get; private set; } = DeliveryStatus.Waiting;

    public int Attempts { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Set before the message is handed to the mail server and cleared with the outcome.</summary>
    public DateTimeOffset? HandedOverAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public string? LastError { get; private set; }

    public long Version { get; set; }

    /// <summary>Whether a node stopped between handing the message over and writing down the outcome: it may or may not have left.</summary>
    public bool IsInterrupted => HandedOverAt is not null;

    public void HandOver(DateTimeOffset now)
    {
        HandedOverAt = now;
        Attempts++;
    }

    public void Succeed(DateTimeOffset now)
    {
        Status = DeliveryStatus.Sent;
        SentAt = now;
        LastError = null;
        Finish();
    }

    /// <summary>Puts off the next attempt, or gives up. The spread, between 0 and 1, keeps many failed messages from coming back at one moment.</summary>
    public void Fail(string error, bool forGood, DateTimeOffset now, double spread)
    {
        LastError = error.Length > MaxErrorLength ? error[..MaxErrorLength] : error;
        Finish();
        if (forGood || Attempts >= MaxAttempts)
        {
            Status = DeliveryStatus.Failed;
        }
        else
        {
            DueAt = now + (Pause(Attempts) * (0.5 + spread));
        }
    }

    public void GiveUp(string error)
    {
        LastError = error;
        Finish();
        Status = DeliveryStatus.Failed;
    }

    /// <summary>An operator sends it again: all attempts anew.</summary>
    public void Resend(DateTimeOffset now)
    {
        Status = DeliveryStatus.Waiting;
        Attempts = 0;
        DueAt = now;
        LeasedUntil = null;
        HandedOverAt = null;
    }

    internal static TimeSpan Pause(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, attempts - 1);
        return pause < LongestPause ? pause : LongestPause;
    }

    private void Finish()
    {
        DueAt = null;
        LeasedUntil = null;
        HandedOverAt = null;
    }
}
