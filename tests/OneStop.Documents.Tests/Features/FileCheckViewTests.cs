using OneStop.Documents.Features.CheckFile;
using OneStop.Documents.Features.VerifyPaper;
using OneStop.Documents.Verification;
using OneStop.UI;

namespace OneStop.Documents.Tests.Features;

public sealed class FileCheckViewTests
{
    private static readonly DateTimeOffset Signed = new(2026, 2, 5, 2, 0, 0, TimeSpan.Zero);

    private static readonly SignatureVerdict Good = new(
        IsIntact: true, "Vũ Thu Hà", "Vũ Thu Hà", "CA", null, Signed, WasValid: true, IsTrusted: true, new StampVerdict(IsIntact: true, Signed, "TSA", IsTrusted: true), new(RevocationState.Good));

    [Fact]
    public void View_OfWhatIsCertain_IsValid() => Assert.Equal(("Signature.Valid", Tone.Done), Shown(Good));

    [Fact]
    public void View_OfWhatIsNotKnownOrNotProven_IsNeverValid()
    {
        var revoked = new RevocationVerdict(RevocationState.Revoked, Signed.AddDays(-1));

        Assert.Equal(("Signature.RevocationUnknown", Tone.Warning), Shown(Good with { Revocation = RevocationVerdict.Unknown }));
        Assert.Equal(("Signature.Revoked", Tone.Late), Shown(Good with { Revocation = revoked }));
        Assert.Equal(("Signature.Revoked", Tone.Late), Shown(Good with { Revocation = revoked, WasValid = false }));
        Assert.Equal(("Signature.StampBroken", Tone.Warning), Shown(Good with { Stamp = new StampVerdict(IsIntact: false, null, null, IsTrusted: false) }));
        Assert.Equal(("Signature.UnknownIssuer", Tone.Warning), Shown(Good with { IsTrusted = false }));
        Assert.Equal(("Signature.OutOfTime", Tone.Warning), Shown(Good with { WasValid = false }));
        Assert.Equal(("Signature.Broken", Tone.Late), Shown(Good with { IsIntact = false }));
    }

    [Fact]
    public void View_RevokedAfterTheStamp_HoldsAndSaysSo()
    {
        var later = Good with { Revocation = new RevocationVerdict(RevocationState.Revoked, Signed.AddDays(1)) };

        Assert.Equal(("Signature.Valid", Tone.Done), Shown(later));
        Assert.True(View(later).Signatures.Single() is { HoldsDespite: true, RevocationKey: "Check.Revocation.Revoked" });
    }

    private static (string, Tone) Shown(SignatureVerdict signature) => (View(signature).SignatureKey, View(signature).SignatureTone);

    private static FileCheckView View(SignatureVerdict signature) => FileCheckView.Of(new FileCheck(FileMatch.Same, null, new PdfVerdict(PdfKind.Signed, [signature], AddedLater: false)));
}
