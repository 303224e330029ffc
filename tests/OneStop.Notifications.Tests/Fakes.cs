using System.Collections.Concurrent;
using OneStop.Identity.Contracts;
using OneStop.Notifications.Features.DeliverMessages;

namespace OneStop.Notifications.Tests;

// Says what the test tells it to say to an address; takes everything else.
internal sealed class FakeMailer : IMailer
{
    private readonly ConcurrentDictionary<string, Func<OutgoingMail, MailFailure?>> answers = new();

    public ConcurrentQueue<OutgoingMail> Sent { get; } = new();

    public void Answer(string address, Func<OutgoingMail, MailFailure?> answer) => answers[address] = answer;

    public IReadOnlyList<OutgoingMail> SentTo(string address) => [.. Sent.Where(mail => mail.Address == address)];

    public Task<MailFailure?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var failure = answers.TryGetValue(mail.Address, out var answer) ? answer(mail) : null;
        if (failure is null)
        {
            Sent.Enqueue(mail);
        }

        return Task.FromResult(failure);
    }
}

internal sealed class FakeAccounts : IAccountDirectory
{
    private readonly ConcurrentDictionary<Guid, AccountContact> contacts = new();

    public Guid Add(string? email, string culture = "vi")
    {
        var id = Guid.CreateVersion7();
        contacts[id] = new AccountContact(id, "Nguyễn Thị Ánh Nguyệt", email, culture);
        return id;
    }

    public Task<AccountContact?> ContactOfAsync(Guid accountId, CancellationToken cancellationToken) => Task.FromResult(contacts.GetValueOrDefault(accountId));

    public Task<ApplicantProfile?> ProfileOfAsync(Guid accountId, CancellationToken cancellationToken) => Task.FromResult<ApplicantProfile?>(null);

    public Task<IReadOnlyDictionary<Guid, string>> NamesOfAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, string>>(new Dictionary<Guid, string>());
}
