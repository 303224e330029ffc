namespace OneStop.UI;

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Done => "done",
        Tone.Warning => "warning",
        Tone.Late => "late",
        Tone.Paused => "paused",
        _ => "neutral",
    };

    public static IconName Icon(this Tone tone) => tone switch
    {
        Tone.Info => IconName.Info,
        Tone.Done => IconName.CheckCircle,
        Tone.Warning => IconName.Alert,
        Tone.Late => IconName.Error,
        Tone.Paused => IconName.Pause,
        _ => IconName.File,
    };
}
