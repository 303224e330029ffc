namespace OneStop.UI;

/// <summary>How much a button calls. One primary button a page.</summary>
public enum ButtonKind
{
    /// <summary>The one thing to do here.</summary>
    Primary,

    /// <summary>Another thing that can be done.</summary>
    Secondary,

    /// <summary>Cannot be taken back.</summary>
    Danger,

    /// <summary>Looks like a link: small things beside a row.</summary>
    Quiet,
}
