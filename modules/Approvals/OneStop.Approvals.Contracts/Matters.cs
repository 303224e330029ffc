namespace OneStop.Approvals.Contracts;

/// <summary>Matters that run beside a dossier's own process, with tasks of their own in the inboxes. Each is the key of a process that ships with the product.</summary>
public static class Matters
{
    /// <summary>The head of the unit signs the apology for a dossier that is late (Mẫu 04).</summary>
    public const string Apology = "apology";

    /// <summary>A superior agrees, or does not, to a further request for supplements.</summary>
    public const string SupplementConsent = "supplement-consent";

    /// <summary>A body is asked for an opinion (lấy ý kiến); one matter for each body.</summary>
    public const string Consultation = "consultation";
}

/// <summary>Buttons of matters, the variable <c>action</c> of their processes.</summary>
public static class MatterActions
{
    /// <summary>Signs, or agrees.</summary>
    public const string Approve = "approve";

    /// <summary>Does not agree.</summary>
    public const string Refuse = "refuse";

    /// <summary>A consulted body agrees.</summary>
    public const string Agree = "agree";

    /// <summary>A consulted body does not agree.</summary>
    public const string Disagree = "disagree";

    /// <summary>A consulted body has remarks.</summary>
    public const string Remark = "remark";
}
