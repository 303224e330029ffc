using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OneStop.Kernel.Paging;

/// <summary>One page of a list read by keyset: no total, no offset.</summary>
/// <typeparam name="T">The row shown.</typeparam>
/// <param name="Items">Rows in order.</param>
/// <param name="Next">Opaque position after the last row, or null when there are no more.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>A page without rows.</summary>
    public static Page<T> Empty { get; } = new([], null);

    /// <summary>Cuts a page from <paramref name="rows"/>, which were read with one row more than <paramref name="size"/>.</summary>
    public static Page<T> Cut<TKey>(IReadOnlyList<T> rows, int size, Func<T, TKey> keyOf) =>
        rows.Count <= size ? new Page<T>(rows, null) : new Page<T>([.. rows.Take(size)], Cursor.Encode(keyOf(rows[size - 1])));
}

/// <summary>Positions in a keyset list, as text safe in an address.</summary>
public static class Cursor
{
    /// <summary>The key as opaque text.</summary>
    public static string Encode<TKey>(TKey key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key));

    /// <summary>The key again, or the default when the text is missing or was tampered with: the list then starts at the top.</summary>
    public static TKey? Decode<TKey>(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor) || cursor.Length > 500)
            return default;
        try
        {
            return JsonSerializer.Deserialize<TKey>(Base64Url.DecodeFromChars(cursor));
        }
        catch (Exception exception) when (exception is FormatException or JsonException or DecoderFallbackException)
        {
            return default;
        }
    }
}
