using OneStop.Documents.Features.CheckFile;
using OneStop.Documents.Verification;
using OneStop.UI;

namespace OneStop.Documents.Features.VerifyPaper;

// Public, because a component's parameter must be.
public sealed record FileCheckView(string MatchKey, Tone MatchTone, string SignatureKey, Tone SignatureTone, IReadOnlyList<SignatureView> Signatures)
{
    internal static FileCheckView Of(FileCheck check)
    {
        var (match, matchTone) = check.Match switch
        {
            FileMatch.Same => ("Match.Same", Tone.Done),
            FileMatch.Different => ("Match.Different", Tone.Late),
            _ => ("Match.NotIssuedHere", Tone.Warning),
        };
        var verdict = check.Signatures;
        var (signature, signatureTone) = verdict switch
        {
            { Kind: PdfKind.Unsigned } => ("Signature.None", Tone.Info),
            { AddedLater: true } => ("Signature.AddedLater", Tone.Late),
            { IsIntact: false } => ("Signature.Broken", Tone.Late),
            _ when !verdict.Signatures.All(s => s.WasValid) => ("Signature.OutOfTime", Tone.Warning),
            _ when !verdict.Signatures.All(s => s.IsTrusted) => ("Signature.UnknownIssuer", Tone.Warning),
            _ => ("Signature.Valid", Tone.Done),
        };
        return new FileCheckView(match, matchTone, signature, signatureTone, [.. verdict.Signatures.Select(SignatureView.Of)]);
    }
}

public sealed record SignatureView(string? Name, string? Subject, string? Issuer, DateTimeOffset? SignedAt, bool IsIntact, bool WasValid, bool IsTrusted)
{
    internal static SignatureView Of(SignatureVerdict signature) =>
        new(signature.Name, signature.Subject, signature.Issuer, signature.SignedAt, signature.IsIntact, signature.WasValid, signature.IsTrusted);
}
