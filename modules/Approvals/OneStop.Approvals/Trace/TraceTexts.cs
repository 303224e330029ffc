using System.Globalization;
using System.Resources;
using OneStop.Approvals.Resources;

namespace OneStop.Approvals.Trace;

/// <summary>The verb speaks English to tools, whatever the machine's language is.</summary>
internal static class TraceTexts
{
    private static readonly ResourceManager Texts = new(typeof(ApprovalsTexts));

    public static string Of(string code) => Texts.GetString(code, CultureInfo.GetCultureInfo("en")) ?? code;
}
