using System.Globalization;
using System.Resources;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.Notifications.Contracts;

namespace OneStop.Dossiers.Components;

internal enum NoticeKind
{
    Accepted,
    SupplementAsked,
    Refused,
    Withdrawn,
    WithdrawalRefused,
    InProgress,
    PaymentAsked,
    ResultReady,
    ResultRevoked,
    Returned,
    Rejected,
    Apologised,
    SupplementTimedOut,
    Stopped,
    TimeLeftOut,
    TimeCountsAgain,
    CalendarMoved,
}

// Tells the owner what has happened, in both languages. The text never says what the dossier is about; that stays behind sign-in.
internal sealed class CitizenNotices(DossiersDbContext context)
{
    private const string Category = "dossier";
    private static readonly ResourceManager Texts = new(typeof(NoticeTexts));
    private static readonly CultureInfo Vietnamese = ReadersCulture.Vietnamese;
    private static readonly CultureInfo English = ReadersCulture.English;

    public void Tell(Dossier dossier, NoticeKind kind, DateTimeOffset now, params NotificationAttachment[] attachments) =>
        context.Raise(
            new NotificationRequested(
                dossier.OwnerId, null, "vi", Category, Both(kind, "Subject", dossier), Both(kind, "Body", dossier), DeskUrls.OwnDossier(dossier.Id), attachments),
            now);

    private static LocalizedText Both(NoticeKind kind, string part, Dossier dossier) =>
        new(Say(kind, part, dossier, Vietnamese), Say(kind, part, dossier, English));

    private static string Say(NoticeKind kind, string part, Dossier dossier, CultureInfo culture) =>
        string.Format(culture, Texts.GetString($"{kind}.{part}", culture)!, dossier.PublicCode, dossier.ReceivingAgencyName, Due(dossier, culture));

    private static string Due(Dossier dossier, CultureInfo culture) => dossier.DueAt is { } due
        ? due.ToVietnam().ToString("HH:mm dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)
        : Texts.GetString("Accepted.NoDue", culture)!;
}
