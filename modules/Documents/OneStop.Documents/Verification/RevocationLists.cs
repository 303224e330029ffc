using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneStop.Documents.Signing;

namespace OneStop.Documents.Verification;

/// <summary>
/// Whether certificates were revoked, by the lists of a folder and, where it is allowed, those fetched from the address that stands in the
/// certificate. What no current list says is not known: an old list proves that a certificate is revoked, never that it is not.
/// </summary>
internal sealed class RevocationLists(
    IHttpClientFactory http, IOptions<SigningOptions> options, IHostEnvironment environment, DevelopmentKeys development, TimeProvider clock, ILogger<RevocationLists> logger)
{
    public const string Client = "OneStop.Documents.RevocationLists";
    public const int LongestList = 20 * 1024 * 1024;
    private const string DistributionPoints = "2.5.29.31";
    private const string Kind = ".crl";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(10);
    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Address = new(TagClass.ContextSpecific, 6);

    private readonly ConcurrentDictionary<string, (CertificateRevocationList? List, DateTimeOffset Until)> fetched = new(StringComparer.Ordinal);

    /// <summary>Asks for every certificate of a trusted chain, the holder's first, each by the list of the next one.</summary>
    public async Task<RevocationVerdict> AskAsync(IReadOnlyList<X509Certificate2> chain, CancellationToken cancellationToken)
    {
        var answer = new RevocationVerdict(RevocationState.Good);
        for (var place = 0; place + 1 < chain.Count; place++)
        {
            answer = answer.And(await AskAsync(chain[place], chain[place + 1], cancellationToken));
        }

        return answer;
    }

    private async Task<RevocationVerdict> AskAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var newest = Newest(Kept(), issuer);
        if (options.Value.FetchRevocationLists && newest?.IsCurrent(now) != true)
        {
            newest = Newest([newest, .. await FetchAsync(certificate, now, cancellationToken)], issuer);
        }

        return newest switch
        {
            null => new RevocationVerdict(RevocationState.Unknown),
            _ when newest.RevokedAt(certificate) is { } at => new RevocationVerdict(RevocationState.Revoked, at),
            _ => new RevocationVerdict(newest.IsCurrent(now) ? RevocationState.Good : RevocationState.Unknown),
        };
    }

    private static CertificateRevocationList? Newest(IEnumerable<CertificateRevocationList?> lists, X509Certificate2 issuer) =>
        lists.Where(list => list?.IsBy(issuer) == true).MaxBy(list => list!.ThisUpdate);

    // Read anew for each file that is checked: a list that is replaced needs no restart.
    private IEnumerable<CertificateRevocationList?> Kept()
    {
        var folders = new List<string>();
        if (options.Value.RevocationLists is { Length: > 0 } folder)
        {
            folders.Add(Path.GetFullPath(folder, environment.ContentRootPath));
        }

        if (DevelopmentKeys.MayBeMade(environment) && Directory.Exists(development.FolderPath))
        {
            folders.Add(development.FolderPath);
        }

        return folders.SelectMany(Directory.EnumerateFiles).Where(path => Path.GetExtension(path).Equals(Kind, StringComparison.OrdinalIgnoreCase))
            .Select(path => CertificateRevocationList.Read(File.ReadAllBytes(path)));
    }

    private async Task<IReadOnlyList<CertificateRevocationList?>> FetchAsync(X509Certificate2 certificate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lists = new List<CertificateRevocationList?>();
        foreach (var address in AddressesOf(certificate))
        {
            if (!fetched.TryGetValue(address, out var kept) || kept.Until <= now)
            {
                var list = await FetchAsync(new Uri(address), cancellationToken);
                var until = list is null ? now + AfterFailure : list.NextUpdate is { } next && next < now + Longest ? next : now + Longest;
                kept = (list, until > now ? until : now + AfterFailure);
                fetched[address] = kept;
            }

            lists.Add(kept.List);
        }

        return lists;
    }

    private async Task<CertificateRevocationList?> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var client = http.CreateClient(Client);
            return CertificateRevocationList.Read(await client.GetByteArrayAsync(address, cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.LogWarning(exception, "The revocation list {Address} could not be fetched", address);
            return null;
        }
    }

    private static List<string> AddressesOf(X509Certificate2 certificate)
    {
        var addresses = new List<string>();
        if (certificate.Extensions[DistributionPoints] is not { } extension)
        {
            return addresses;
        }

        try
        {
            var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (points.HasData)
            {
                var point = points.ReadSequence();
                if (!point.HasData || !point.PeekTag().HasSameClassAndValue(First))
                {
                    continue;
                }

                var name = point.ReadSequence(First);
                if (!name.PeekTag().HasSameClassAndValue(First))
                {
                    continue;
                }

                var full = name.ReadSequence(First);
                while (full.HasData)
                {
                    if (!full.PeekTag().HasSameClassAndValue(Address))
                    {
                        full.ReadEncodedValue();
                        continue;
                    }

                    var text = full.ReadCharacterString(UniversalTagNumber.IA5String, Address);
                    if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
                    {
                        addresses.Add(text);
                    }
                }
            }
        }
        catch (AsnContentException)
        {
            return [];
        }

        return addresses;
    }
}
