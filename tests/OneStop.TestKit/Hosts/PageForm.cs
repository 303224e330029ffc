using System.Net;
using System.Text.RegularExpressions;

namespace OneStop.TestKit.Hosts;

// A page's form as a browser without scripts sends it.
public static partial class PageForm
{
    // The hidden fields of the first form whose markup holds the text, and what is typed.
    public static async Task<FormUrlEncodedContent> FillAsync(HttpClient client, string address, string holding, params (string Name, string Value)[] typed)
    {
        var page = await client.GetStringAsync(address);
        var form = Forms().Matches(page).Select(m => m.Value).First(f => f.Contains(holding, StringComparison.Ordinal));
        var hidden = Hidden().Matches(form).Select(m => KeyValuePair.Create(Name().Match(m.Value).Groups[1].Value, WebUtility.HtmlDecode(Value().Match(m.Value).Groups[1].Value)));
        return new FormUrlEncodedContent([.. hidden.Where(h => h.Key.Length > 0), .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value))]);
    }

    public static async Task<string> TokenAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(Token().Match(await client.GetStringAsync(address)).Groups[1].Value);

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"|__RequestVerificationToken[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
