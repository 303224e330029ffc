namespace OneStop.UI;

/// <summary>A file already sent, as it stands in the list of an upload field.</summary>
/// <param name="Id">Tells it apart.</param>
/// <param name="Name">The name it had at home.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Url">Where it can be opened.</param>
/// <param name="RemoveUrl">A POST that takes it away; null when it cannot be taken away.</param>
/// <param name="ThumbnailUrl">A small picture of it.</param>
/// <param name="Note">A word about it: "Ảnh HEIC được giữ nguyên bản".</param>
/// <param name="Problem">Why it was not accepted.</param>
public sealed record StoredFile(
    string Id,
    string Name,
    long Size,
    string? Url = null,
    string? RemoveUrl = null,
    string? ThumbnailUrl = null,
    string? Note = null,
    string? Problem = null);
