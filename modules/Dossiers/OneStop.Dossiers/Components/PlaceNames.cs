namespace OneStop.Dossiers.Components;

// Địa danh before the date of a document (NĐ 30/2020/NĐ-CP, Annex I): the name alone, but with its kind when it is a number.
internal static class PlaceNames
{
    private static readonly string[] Kinds = ["Thành phố", "Thị trấn", "Thị xã", "Phường", "Quận", "Huyện", "Tỉnh", "Xã"];

    public static string WithoutKind(string name)
    {
        var kind = Array.Find(Kinds, k => name.StartsWith(k + " ", StringComparison.Ordinal));
        if (kind is null)
            return name;
        var bare = name[(kind.Length + 1)..].Trim();
        return bare.Length == 0 || char.IsAsciiDigit(bare[0]) ? name : bare;
    }
}
