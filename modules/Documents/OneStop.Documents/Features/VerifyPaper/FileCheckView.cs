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
            _ when verdict.Signatures.Any(s => s.IsRevoked) => ("Signature.Revoked", Tone.Late),
            _ when !verdict.Signatures.All(s => s.WasValid) => ("Signature.OutOfTime", Tone.Warning),
            _ when !verdict.Signatures.All(s => s.IsTrusted) => ("Signature.UnknownIssuer", Tone.Warning),
            _ when verdict.Signatures.Any(s => s.Stamp is { IsIntact: false }) => ("Signature.StampBroken", Tone.Warning),
            _ when verdict.Signatures.Any(s => s.Revocation.State == RevocationState.Unknown) => ("Signature.RevocationUnknown", Tone.Warning),
            _ => ("Signature.Valid", Tone.Done),
        };
        return new FileCheckView(match, matchTone, signature, signatureTone, [.. verdict.Signatures.Select(SignatureView.Of)]);
    }
}

public sealed record SignatureView(
    string? Name, string? Subject, string? Issuer, DateTimeOffset? SignedAt, bool IsIntact, bool WasValid, bool IsTrusted, StampView? Stamp, string RevocationKey,
    DateTimeOffset? RevokedAt, bool HoldsDespite)
{
    internal static SignatureView Of(SignatureVerdict signature) => new(
        signature.Name, signature.Subject, signature.Issuer, signature.SignedAt, signature.IsIntact, signature.WasValid, signature.IsTrusted,
        signature.Stamp is { } stamp ? new StampView(stamp.At, stamp.Authority, stamp.IsTrusted) : null, $"Check.Revocation.{signature.Revocation.State}", signature.Revocation.At,
        signature.Revocation.State == RevocationState.Revoked && !signature.IsRevoked);
}

// Without a time it does not belong to the signature.
public sealed record StampView(DateTimeOffset? At, string? Authority, bool IsTrusted);
