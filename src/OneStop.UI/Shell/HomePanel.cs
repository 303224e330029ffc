namespace OneStop.UI;

/// <summary>Where on the home page a panel stands.</summary>
public enum HomePlace
{
    /// <summary>Under the search: ways to find what to do.</summary>
    Start,

    /// <summary>What waits for the signed-in person; not shown to visitors.</summary>
    Waiting,

    /// <summary>At the end: how well the city keeps its promises.</summary>
    Figures,
}

/// <summary>A piece of the home page that a module contributes by registering it as a singleton.</summary>
/// <param name="Component">The component, without parameters.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Order">Ascending order within the place.</param>
public sealed record HomePanel(Type Component, HomePlace Place, int Order);
