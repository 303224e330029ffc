using System.Text.RegularExpressions;
using OneStop.Catalogue.Domain;

namespace OneStop.Catalogue.Import;

// Sorts the rows of the "thành phần hồ sơ" table into papers to hand in, papers only to show, and remarks that stand among them.
internal static partial class ComponentReader
{
    public static IEnumerable<ComponentContent> Read(IReadOnlyList<SourceComponent> rows)
    {
        var groups = rows.Select(r => PublishedText.Line(r.Group)).Distinct().Count(g => g is not null && CaseGroup().IsMatch(g));
        foreach (var row in rows)
        {
            var (name, file) = PublishedText.Component(row.Name ?? "", row.FormFile);
            if (name.Length == 0)
                continue;
            var group = PublishedText.Line(row.Group)?.Trim('*', '-', ' ', ':');
            var kind = KindOf(row, name, group);
            var required = kind == ComponentKinds.Submit && groups < 2 && !Conditional().IsMatch(FirstClause(name))
                && (group is null || !CaseGroup().IsMatch(group));
            yield return new ComponentContent(
                name, Math.Max(0, row.Originals), Math.Max(0, row.Copies), row.HasForm || file is not null, file,
                group is not null && SaysNothing().IsMatch(group) ? null : group, kind, required);
        }
    }

    // What follows the first full stop or semicolon explains the paper; only a condition before it makes the paper conditional.
    private static string FirstClause(string name)
    {
        var end = name.AsSpan().IndexOfAny('.', ';');
        return end < 12 ? name : name[..end];
    }

    private static string KindOf(SourceComponent row, string name, string? group)
    {
        if (row.Originals <= 0 && row.Copies <= 0 && !row.HasForm && (Remark().IsMatch(name) || group is not null))
            return ComponentKinds.Note;
        if (group is not null && group.Contains("xuất trình", StringComparison.OrdinalIgnoreCase) && !group.Contains("nộp", StringComparison.OrdinalIgnoreCase))
            return ComponentKinds.Present;
        return ComponentKinds.Submit;
    }

    [GeneratedRegex(@"nếu có|trường hợp|đối với|nếu |trong trường hợp|(?:^|\s)trừ ", RegexOptions.IgnoreCase)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"đối với|trường hợp|\A\s*(?:[a-eđ][).]|\d+[.)])", RegexOptions.IgnoreCase)]
    private static partial Regex CaseGroup();

    // A heading that only repeats that papers follow.
    [GeneratedRegex(@"\A(?:\d+[.)]\s*)?(?:các\s+)?(?:giấy tờ|hồ sơ|thành phần hồ sơ)(?:\s+(?:phải|cần))?\s+(?:nộp|xuất trình|gồm|bao gồm)(?:\s+có)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex SaysNothing();

    [GeneratedRegex(@"\A(?:trường hợp|lưu ý|ghi chú|đối với|việc|người|khi|nếu|các giấy tờ|hồ sơ)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();
}
