using System.Security.Cryptography;
using System.Text;

namespace OneStop.Documents.Contracts;

/// <summary>The code of an issued paper, printed as a QR that opens its page. It says nothing of the dossier and cannot be guessed.</summary>
public static class PaperCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 16;

    /// <summary>Where papers are checked.</summary>
    public const string Page = "/xac-thuc";

    // Crockford's alphabet: no I, L, O, U, which are misread or misheard.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The code of a paper: the same paper drawn twice has the same code.</summary>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="kind">Key of the form, or <c>result</c>.</param>
    /// <param name="subject">What tells papers of one kind apart (the request of papers, the file of a result); or null.</param>
    public static string Of(Guid dossierId, string kind, Guid? subject = null)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{dossierId:N}/{kind}/{subject:N}"));
        return string.Create(Length, hash, static (code, bytes) =>
        {
            var (bits, held, next) = (0, 0, 0);
            for (var index = 0; index < code.Length; index++)
            {
                if (held < 5)
                {
                    bits = (bits << 8) | bytes[next++];
                    held += 8;
                }

                held -= 5;
                code[index] = Alphabet[(bits >> held) & 31];
                bits &= (1 << held) - 1;
            }
        });
    }

    /// <summary>The code that somebody typed, in groups or small letters as may be; null when it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length)
        {
            return null;
        }

        var code = string.Concat(typed.ToUpperInvariant().Where(letter => letter is not (' ' or '-' or '.')))
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>Address of the paper's page on this site.</summary>
    public static string PathOf(string code) => $"{Page}/{code}";

    /// <summary>In groups of four, as people read it.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));
}
