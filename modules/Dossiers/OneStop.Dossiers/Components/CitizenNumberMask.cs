namespace OneStop.Dossiers.Components;

internal static class CitizenNumberMask
{
    private const int Shown = 4;

    public static string Of(string number) => number.Length <= Shown ? number : new string('•', number.Length - Shown) + number[^Shown..];
}
