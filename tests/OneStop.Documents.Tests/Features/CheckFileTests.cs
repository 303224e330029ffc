using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Documents.Contracts;
using OneStop.Documents.Domain;
using OneStop.Documents.Features.CheckFile;
using OneStop.Documents.Forms;
using OneStop.Kernel.Callers;

namespace OneStop.Documents.Tests.Features;

public sealed class CheckFileTests(PaperSystem system) : IClassFixture<PaperSystem>
{
    [Fact]
    public async Task Check_TheIssuedFile_IsFoundWithItsCodeOrWithout()
    {
        var (pdf, code) = await IssueAsync();

        foreach (var asked in new[] { code, null })
        {
            var check = await system.DoAs(Caller.Anonymous, new CheckFile(asked, pdf));

            Assert.Equal((FileMatch.Same, code), (check.Match, check.Code));
            Assert.True(check.Signatures.IsIntact);
        }
    }

    [Fact]
    public async Task Check_AChangedFile_IsDifferentAndItsSignatureBroken()
    {
        var (pdf, code) = await IssueAsync();
        pdf[pdf.Length / 2] ^= 1;

        var withCode = await system.DoAs(Caller.Anonymous, new CheckFile(code, pdf));
        var without = await system.DoAs(Caller.Anonymous, new CheckFile(null, pdf));

        Assert.Equal(FileMatch.Different, withCode.Match);
        Assert.False(withCode.Signatures.IsIntact);
        Assert.Equal(FileMatch.NotIssuedHere, without.Match);
    }

    [Fact]
    public async Task Check_WhatCannotBeChecked_SaysWhy()
    {
        await RefusedAsync([], PaperErrors.FileMissing);
        await RefusedAsync("<html>"u8.ToArray(), PaperErrors.FileNotPdf);
        await RefusedAsync("%PDF-1.7\ntrailer << /Encrypt 5 0 R >>"u8.ToArray(), PaperErrors.FileEncrypted);
        await RefusedAsync(new byte[CheckFile.MaxBytes + 1], PaperErrors.FileTooLarge);
    }

    [Fact]
    public async Task Ticket_OfAnAnswer_ReadsBackAndNobodyCanWriteOne()
    {
        var (pdf, code) = await IssueAsync();
        var check = await system.DoAs(Caller.Anonymous, new CheckFile(code, pdf));
        var tickets = system.Services.GetRequiredService<CheckTickets>();

        var ticket = tickets.Issue(check);

        Assert.Equal(check.Signatures.Signatures, tickets.Read(ticket)!.Signatures.Signatures);
        Assert.Null(tickets.Read(Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"Check":{}}"""))));
        Assert.Null(tickets.Read(ticket + "x"));
        system.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(tickets.Read(ticket));
    }

    private async Task RefusedAsync(byte[] content, string code)
    {
        var refused = await system.SendAs(Caller.Anonymous, new CheckFile(null, content));

        Assert.Equal((code, "file"), (refused.Error.Code, refused.Error.Field));
    }

    private async Task<(byte[] Pdf, string Code)> IssueAsync()
    {
        var details = new SignatureDetails("Vũ Thu Hà", "Chủ tịch", "Ủy ban nhân dân Phường Phúc Xá", "Ban hành", DateTimeOffset.UtcNow);
        var signed = await system.Services.GetRequiredService<IDocumentSigner>().SignAsync(new ResultDocument(FormTexts.Vietnamese).Render(Samples.Decision), details, CancellationToken.None);
        var issued = system.Issued(Guid.NewGuid(), Convert.ToHexStringLower(SHA256.HashData(signed.Value)));
        await system.TellAsync(issued);
        return (signed.Value, issued.PaperCode);
    }
}
