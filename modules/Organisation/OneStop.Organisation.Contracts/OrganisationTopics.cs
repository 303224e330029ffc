namespace OneStop.Organisation.Contracts;

/// <summary>Topics of the live feed on which this module tells that something has changed.</summary>
public static class OrganisationTopics
{
    /// <summary>Somebody holds or stands in for other posts than before.</summary>
    public const string Posts = "org:posts";
}
