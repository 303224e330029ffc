using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Files;
using OneStop.Notifications.Features.DeliverMessages;
using OneStop.Notifications.Features.ReadTestMail;
using OneStop.Notifications.Integrations.MailCatcher;
using OneStop.Notifications.Integrations.Smtp;
using OneStop.TestKit.Callers;

namespace OneStop.Notifications.Tests.Integrations;

// The real mailer against the real test mail server, over a socket.
public sealed class MailRoundTripTests(NotificationsSystem system) : IClassFixture<NotificationsSystem>, IAsyncLifetime, IDisposable
{
    private static readonly OutgoingMail Mail = new(
        Guid.Parse("0197a1b2-0000-7000-8000-000000000001"),
        "anhnguyet@example.vn",
        "Nguyễn Thị Ánh Nguyệt",
        "vi",
        "Hồ sơ H26.11.22.33-260205-0001 đã được tiếp nhận, mời ông/bà theo dõi tiến độ xử lý tại Cổng Dịch vụ công",
        "Hồ sơ của ông/bà đã được tiếp nhận.\n\n.Dòng này bắt đầu bằng dấu chấm.\n..và dòng này bằng hai dấu.",
        "/ho-so/1",
        []);

    private readonly TestMailbox mailbox = new();
    private MailCatcherServer? server;

    public async Task InitializeAsync()
    {
        server = new MailCatcherServer(
            mailbox, Options.Create(new MailCatcherOptions { Port = 0 }), new Host("Development"), system.Clock, NullLogger<MailCatcherServer>.Instance);
        await server.StartAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => server!.StopAsync(CancellationToken.None);

    public void Dispose() => server?.Dispose();

    [Fact]
    public async Task Send_VietnameseMail_IsReadAsItWasWritten()
    {
        var failure = await Mailer().SendAsync(Mail, CancellationToken.None);

        Assert.Null(failure);
        var caught = Assert.Single(mailbox.Mails);
        Assert.Equal(Mail.Subject, caught.Content.Subject);
        Assert.Equal(["anhnguyet@example.vn"], caught.Recipients);
        Assert.Contains("Cổng Dịch vụ công", caught.Content.From, StringComparison.Ordinal);
        Assert.Contains("Kính gửi Nguyễn Thị Ánh Nguyệt,", caught.Content.Text, StringComparison.Ordinal);
        Assert.Contains("\n.Dòng này bắt đầu bằng dấu chấm.", caught.Content.Text, StringComparison.Ordinal);
        Assert.Contains("\n..và dòng này bằng hai dấu.", caught.Content.Text, StringComparison.Ordinal);
        Assert.Contains("https://dichvucong.example.vn/ho-so/1", caught.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ToAnEnglishReader_IsFramedInEnglish()
    {
        await Mailer().SendAsync(Mail with { Culture = "en" }, CancellationToken.None);

        var text = Assert.Single(mailbox.Mails).Content.Text;
        Assert.Contains("Dear Nguyễn Thị Ánh Nguyệt,", text, StringComparison.Ordinal);
        Assert.Contains("This is an automatic message", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ToAnAddressAlone_LeavesTheGreetingToTheLetter()
    {
        await Mailer().SendAsync(Mail with { Name = null, Body = "Kính gửi bà Ánh Nguyệt,\n\nMật khẩu vừa đổi." }, CancellationToken.None);

        Assert.StartsWith("Kính gửi bà Ánh Nguyệt,", Assert.Single(mailbox.Mails).Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithAnAttachment_CarriesItsBytesAndVietnameseName()
    {
        var bytes = Encoding.UTF8.GetBytes("%PDF-1.7 nội dung");
        var stored = await system.Services.GetRequiredService<IFileStore>().SaveAsync(new MemoryStream(bytes), 1000, CancellationToken.None);

        await Mailer().SendAsync(Mail with { Attachments = [new MailAttachment("Giấy tiếp nhận hồ sơ.pdf", stored.Sha256, "application/pdf")] }, CancellationToken.None);

        var attachment = Assert.Single(Assert.Single(mailbox.Mails).Content.Attachments);
        Assert.Equal("Giấy tiếp nhận hồ sơ.pdf", attachment.FileName);
        Assert.Equal("application/pdf", attachment.ContentType);
        Assert.Equal(bytes, attachment.Bytes);
    }

    [Fact]
    public async Task Session_SpokenByHand_AnswersEachCommandAndUndoesWhatTheSenderDidToLines()
    {
        using var client = new TcpClient("127.0.0.1", mailbox.Port!.Value);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        async Task<string> SayAsync(string text)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text + "\r\n"));
            return (await reader.ReadLineAsync())!;
        }

        await reader.ReadLineAsync();
        Assert.StartsWith("250", await SayAsync("HELO me"), StringComparison.Ordinal);
        Assert.StartsWith("503", await SayAsync("RCPT TO:<a@example.vn>"), StringComparison.Ordinal);
        Assert.StartsWith("250", await SayAsync("MAIL FROM:<me@example.vn>"), StringComparison.Ordinal);
        Assert.StartsWith("503", await SayAsync("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("501", await SayAsync("RCPT TO:<>"), StringComparison.Ordinal);
        Assert.StartsWith("250", await SayAsync("RCPT TO:<a@example.vn>"), StringComparison.Ordinal);
        Assert.StartsWith("502", await SayAsync("TURN"), StringComparison.Ordinal);
        Assert.StartsWith("354", await SayAsync("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("250", await SayAsync(
            "Subject: =?utf-8?Q?K=C3=ADnh_g=E1=BB=ADi?=\r\n =?utf-8?B?IHRow7RuZyBiw6Fv?=\r\nContent-Type: text/plain; charset=utf-8\r\n" +
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n..m=E1=BB=99t d=\r\nòng\r\n.".Replace("ò", "=C3=B2", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith("221", await SayAsync("QUIT"), StringComparison.Ordinal);

        var caught = Assert.Single(mailbox.Mails).Content;
        Assert.Equal("Kính gửi thông báo", caught.Subject);
        Assert.Equal(".một dòng", caught.Text.TrimEnd());
    }

    [Theory]
    [InlineData("khong-nhan@example.vn", true)]
    [InlineData("tam-ban@example.vn", false)]
    [InlineData("not an address", true)]
    public async Task Send_WhenTheServerRefuses_SaysWhetherTryingAgainHelps(string address, bool forGood)
    {
        var failure = await Mailer().SendAsync(Mail with { Address = address }, CancellationToken.None);

        Assert.NotNull(failure);
        Assert.Equal(forGood, failure.ForGood);
        Assert.DoesNotContain(address, failure.Error, StringComparison.Ordinal);
        Assert.Empty(mailbox.Mails);
    }

    [Fact]
    public async Task Send_WhenNobodyListens_FailsForNow()
    {
        var port = mailbox.Port!.Value;
        await server!.StopAsync(CancellationToken.None);
        server.Dispose();

        var failure = await Mailer(new SmtpOptions { Host = "127.0.0.1", Port = port, Encrypt = false }).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(new MailFailure($"smtp GeneralFailure: {nameof(SocketException)}", ForGood: false), failure);
    }

    [Fact]
    public async Task Send_WithAMissingAttachment_IsGivenUp()
    {
        var failure = await Mailer().SendAsync(Mail with { Attachments = [new MailAttachment("a.pdf", new string('0', 64), "application/pdf")] }, CancellationToken.None);

        Assert.Equal(new MailFailure("attachment_missing", ForGood: true), failure);
    }

    [Fact]
    public async Task ReadTestMail_OutsideDevelopment_HasNoMailbox()
    {
        var list = await system.SendAs(TestCallers.Anonymous, new ListTestMails());
        var mail = await system.SendAs(TestCallers.Anonymous, new ReadTestMail(1));

        Assert.Equal("notification.no_test_mailbox", list.Error.Code);
        Assert.Equal("notification.no_test_mailbox", mail.Error.Code);
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public void Start_WithoutAMailServer_IsAllowedOnlyInDevelopment(string environment, bool allowed)
    {
        var outcome = new SmtpOptionsCheck(new Host(environment), new ConfigurationBuilder().Build()).Validate(null, new SmtpOptions());

        Assert.Equal(allowed, outcome.Succeeded);
    }

    private SmtpMailer Mailer(SmtpOptions? options = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Public:Address", "https://dichvucong.example.vn")]).Build();
        var settings = Options.Create(options ?? new SmtpOptions());
        return new SmtpMailer(settings, new MailComposer(settings, configuration, system.Services.GetRequiredService<IFileStore>()), mailbox, system.Clock);
    }

    private sealed class Host(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "OneStop";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
